// The browser tests: the real program, its demonstration, and Chromium from the system.
// `cargo xtask test` runs them. By hand: node_modules/.bin/playwright test --config e2e/playwright.config.js

import { defineConfig } from "@playwright/test";

// Without these Chromium calls its maker's servers, which nothing here needs.
const quiet = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"];
const sandbox = process.env.HEARD_CHROMIUM_NO_SANDBOX ? ["--no-sandbox"] : [];

const wide = { width: 1280, height: 900 };
const narrow = { width: 320, height: 640 };

export default defineConfig({
  testDir: ".",
  outputDir: "../target/browser-tests",
  forbidOnly: true,
  retries: 0,
  // Every worker has an installation of its own.
  workers: 1,
  fullyParallel: false,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: [["list"]],
  use: {
    locale: "en-GB",
    timezoneId: "Europe/London",
    launchOptions: {
      executablePath: process.env.HEARD_CHROMIUM ?? "/usr/bin/chromium",
      args: [...quiet, ...sandbox],
    },
    actionTimeout: 15_000,
    trace: "off",
  },
  projects: [
    { name: "wide", use: { viewport: wide } },
    { name: "phone", use: { viewport: narrow, hasTouch: true } },
    { name: "without-scripts", testMatch: "complaint.spec.js", use: { viewport: wide, javaScriptEnabled: false } },
  ],
});
