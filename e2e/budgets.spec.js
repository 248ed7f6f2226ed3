// What an officer does many times a day, within the actions and seconds it may cost.

import { Budget } from "./budget.js";
import { expect, signedIn, test } from "./heard.js";

test.beforeEach(async ({ page, heard }) => {
  await signedIn(page, heard, "complaints_officer");
});

test("a compliment is recorded in four answers and fifteen seconds", async ({ page }) => {
  await page.goto("/compliments/new");
  const budget = new Budget(page);
  await budget.pick(page.getByLabel("Which service is it about?"), { index: 1 });
  await budget.tick(page.getByRole("group", { name: "Who says it?" }).getByRole("radio").first());
  await budget.type(page.getByLabel("What do they say?"), "Thank you so much");
  // The day is filled in already.
  await budget.press(page.getByRole("button", { name: "Record the compliment" }));
  await expect(page.getByText("Record another compliment")).toBeVisible();
  budget.keeps("A compliment", { actions: 6, seconds: 15, beyondTyping: false });
});

test("a caller who rings off is kept with only a telephone number", async ({ page }) => {
  await page.goto("/complaints/new");
  const budget = new Budget(page);
  await budget.type(page.getByLabel("How to reach them"), "01632 960123");
  await budget.press(page.getByRole("button", { name: "Save what there is and sort it later" }));
  await expect(page.getByText("Taken down, to be sorted, as")).toBeVisible();
  await expect(page.getByText("01632 960123")).toBeVisible();
  budget.keeps("A telephone number alone", { actions: 3, seconds: 15 });
});

test("an enquiry is recorded within a minute beyond typing", async ({ page }) => {
  await page.goto("/contacts/new");
  const budget = new Budget(page);
  await budget.tick(page.getByRole("radio", { name: "An enquiry, or a concern of somebody who does not wish to complain" }));
  await budget.tick(page.getByRole("group", { name: "How did it arrive?" }).getByRole("radio", { name: "Telephone" }));
  await budget.pick(page.getByLabel("Which service is it about?"), { index: 1 });
  await budget.tick(page.getByRole("group", { name: "How does the child stand with the council?" }).getByRole("radio").first());
  await budget.type(page.getByLabel("What was said?"), "Asks when the family group conference will be.");
  await budget.press(page.getByRole("button", { name: "Record", exact: true }));
  await expect(page.getByRole("heading", { level: 1, name: /^C-\d+$/ })).toBeVisible();
  budget.keeps("An enquiry", { actions: 12, seconds: 60, beyondTyping: true });
});

test("a complaint by telephone is recorded on one page, while talking", async ({ page }) => {
  await page.goto("/complaints/new");
  const budget = new Budget(page);
  await budget.tick(page.getByRole("group", { name: "How did it arrive?" }).getByRole("radio", { name: "Telephone" }));
  // A telephone number alone will do: no name is asked for.
  await budget.type(page.getByLabel("How to reach them"), "01632 960123");
  await budget.pick(page.getByLabel("In what capacity?"), { label: "Parent" });
  await budget.pick(page.getByLabel("What gives them the right to use the statutory procedure?"), { index: 1 });
  await budget.pick(page.getByLabel("Which service?"), { index: 1 });
  await budget.type(page.getByLabel("Point 1", { exact: true }), "Nobody called back for three weeks.");
  await budget.tick(page.getByRole("group", { name: "What is point 1 about?" }).getByRole("checkbox").first());
  await budget.press(page.getByRole("button", { name: "Record the complaint" }));
  await expect(page.getByText("Complaint recorded as")).toBeVisible();
  budget.keeps("A complaint by telephone", { actions: 12, seconds: 90, beyondTyping: true });
});
