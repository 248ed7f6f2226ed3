// Every kind of page the story does not come by: none has a barrier, at any width.

import { expect, signedIn, test } from "./heard.js";
import { expectNoBarriers } from "./barriers.js";

const pages = [
  { name: "register", path: "/register" },
  { name: "register-all", path: "/register?standing=all&sort=received" },
  { name: "register-nothing", path: "/register?standing=open&overdue=yes&kind=mp_enquiry" },
  { name: "record-a-contact", path: "/contacts/new" },
  { name: "accounts", path: "/accounts" },
  { name: "working-days", path: "/calendar" },
  { name: "who-can-be-appointed", path: "/pools" },
  { name: "areas", path: "/organisation" },
  { name: "council-in-figures", path: "/context?year=2014-15" },
  { name: "learning", path: "/learning" },
  { name: "report-backs", path: "/learning/report-backs" },
  { name: "training", path: "/learning/training" },
  { name: "records-to-complete", path: "/completeness" },
  { name: "import", path: "/import" },
  { name: "words-of-the-report", path: "/annual-report/2014-15/words" },
  { name: "write-a-passage", path: "/annual-report/write-passage?year=2014-15&kind=evidence" },
  { name: "record-a-compliment", path: "/compliments/new" },
  { name: "password", path: "/account/password" },
  { name: "accessibility", path: "/accessibility" },
  { name: "rules", path: "/rules" },
  { name: "annual-report-internal", path: "/annual-report/2014-15/internal" },
  { name: "no-such-page", path: "/nowhere" },
  { name: "no-such-case", path: "/cases/C-99999" },
];

test("no page has a barrier", async ({ page, heard }, testInfo) => {
  await signedIn(page, heard, "complaints_manager");
  for (const { name, path } of pages) {
    await test.step(name, async () => {
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
      await expectNoBarriers(page, testInfo, name);
    });
  }
});

test("a case of the demonstration has no barrier, open or closed, with all its workings shown", async ({ page, heard }, testInfo) => {
  await signedIn(page, heard, "complaints_manager");
  for (const standing of ["open", "closed"]) {
    await page.goto(`/register?standing=${standing}`);
    const first = page.getByRole("main").getByRole("table").getByRole("link").first();
    if ((await first.count()) === 0) continue;
    await first.click();
    for (const summary of await page.locator("details > summary").all()) await summary.click();
    await expectNoBarriers(page, testInfo, `case-file-${standing}-unfolded`);
  }
});

test("a form about how somebody contacts the council has no barrier", async ({ page, heard }, testInfo) => {
  await signedIn(page, heard, "complaints_manager");
  await page.goto("/register?standing=open&kind=complaint");
  await page.getByRole("main").getByRole("table").getByRole("link").first().click();
  await page.getByRole("link", { name: "Restrict how somebody contacts us" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Restrict how somebody contacts us" })).toBeVisible();
  await expectNoBarriers(page, testInfo, "restrict-contact");
});

test("an empty form says everything that is missing, and each message leads to its question", async ({ page, heard }, testInfo) => {
  await signedIn(page, heard, "complaints_manager");
  await page.goto("/complaints/new");
  await page.getByRole("button", { name: "Record the complaint" }).click();
  const summary = page.getByRole("alert").filter({ hasText: "There is a problem" });
  await expect(summary).toBeVisible();
  await expect(page).toHaveTitle(/^Error: /);
  await expectNoBarriers(page, testInfo, "record-a-complaint-problems");
  const messages = summary.getByRole("link");
  expect(await messages.count()).toBeGreaterThan(2);
  for (const message of await messages.all()) {
    const target = (await message.getAttribute("href")).replace(/^#/, "");
    await message.click();
    await expect(page.locator(`[id="${target}"]`), `the question of "${await message.innerText()}"`).toBeFocused();
  }
});

test("what each role sees has no barrier", async ({ page, heard, context }, testInfo) => {
  for (const { role } of heard.people) {
    await test.step(role, async () => {
      await context.clearCookies();
      await signedIn(page, heard, role);
      await page.goto("/");
      await expectNoBarriers(page, testInfo, `first-page-of-${role}`);
    });
  }
});

test("a page can be used by keyboard alone", async ({ page, heard }) => {
  await signedIn(page, heard, "complaints_manager");
  await page.goto("/register");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to main content" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.locator("#main-content")).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.getByLabel("Name or reference")).toBeFocused();
});
