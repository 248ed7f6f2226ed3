// The demonstration, served for the tests of one worker, and somebody who visits it.

import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

import { test as base, expect } from "@playwright/test";

const program = process.env.HEARD ?? "target/debug/heard";
const ownPassword = "correct horse battery";

export { expect };

export const test = base.extend({
  // One server with fresh data for each worker.
  heard: [
    async ({}, use) => {
      const folder = mkdtempSync(join(tmpdir(), "heard-browser-"));
      const data = join(folder, "data");
      const made = execFileSync(program, ["demo", "--data", data, "--no-serve", "--json"], { encoding: "utf8" });
      const [{ authority, people }] = JSON.parse(made).councils;
      const server = spawn(program, ["serve", "--data", data, "--listen", "127.0.0.1:0"], {
        stdio: ["ignore", "pipe", "inherit"],
        env: { ...process.env, RUST_LOG: "warn" },
      });
      const address = await ready(server);
      await use({ address, authority, people, passwords: new Map(), sessions: new Map() });
      server.kill("SIGTERM");
      await new Promise((ended) => server.once("exit", ended));
      rmSync(folder, { recursive: true });
    },
    { scope: "worker" },
  ],

  baseURL: async ({ heard }, use) => use(heard.address),

  // Whatever the page asks for or complains of is looked at when the test is over.
  page: async ({ page, heard }, use) => {
    const elsewhere = [];
    const complaints = [];
    page.on("request", (request) => {
      const { origin, protocol } = new URL(request.url());
      if (protocol !== "data:" && `${origin}/` !== heard.address) elsewhere.push(request.url());
    });
    page.on("pageerror", (error) => complaints.push(String(error)));
    page.on("console", (message) => {
      // A form that is not accepted is answered with an error status, which browsers report.
      if (message.type() === "error" && !message.text().includes("the server responded with a status of 4")) {
        complaints.push(message.text());
      }
    });
    await use(page);
    expect(elsewhere, "no page calls another origin").toEqual([]);
    expect(complaints, "no page has a broken script or breaks its own policy").toEqual([]);
  },
});

function ready(server) {
  return new Promise((resolve, reject) => {
    server.once("exit", (code) => reject(new Error(`heard ended with ${code} before it was ready`)));
    createInterface({ input: server.stdout }).on("line", (line) => {
      const found = /^ready (http:\S+)$/.exec(line);
      if (found) resolve(found[1]);
    });
  });
}

// Is signed in as somebody of a role, who stays so from one test to the next: nobody signs in every few seconds.
export async function signedIn(page, heard, role) {
  const session = heard.sessions.get(role);
  if (session) {
    await page.context().addCookies(session);
  } else {
    await signIn(page, heard, role);
    heard.sessions.set(role, await page.context().cookies());
  }
}

// Signs in as somebody of a role; the first time with the one-time password, which must then be changed.
export async function signIn(page, heard, role) {
  const person = heard.people.find((candidate) => candidate.role === role);
  const before = heard.passwords.get(role) ?? person.one_time_password;
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1, name: "Sign in" })).toBeVisible();
  await page.getByLabel("Council").selectOption(heard.authority);
  await page.getByLabel("Sign-in name").fill(person.sign_in_name);
  await page.getByLabel("Password").fill(before);
  await page.getByRole("button", { name: "Sign in" }).click();
  if (before !== ownPassword) {
    await expect(page.getByRole("heading", { level: 1, name: "Change your password" })).toBeVisible();
    await page.getByLabel("Present password").fill(before);
    await page.getByLabel("New password", { exact: true }).fill(ownPassword);
    await page.getByLabel("New password again").fill(ownPassword);
    await page.getByRole("button", { name: "Change password" }).click();
    heard.passwords.set(role, ownPassword);
  }
  await expect(page.getByRole("button", { name: "Sign out" })).toBeVisible();
}
