// What a manager who answers a complaint now and then may have to do for it.

import { Budget } from "./budget.js";
import { expect, signedIn, test } from "./heard.js";

// A complaint with three points, recorded by an officer and assigned to the manager, who is signed in afterwards.
async function withTheManager(page, heard) {
  await page.context().clearCookies();
  await signedIn(page, heard, "complaints_officer");
  await page.goto("/complaints/new");
  await page.getByRole("group", { name: "How did it arrive?" }).getByRole("radio", { name: "Telephone" }).check();
  await page.getByLabel("How to reach them").fill("01632 960123");
  await page.getByLabel("In what capacity?").selectOption({ label: "Parent" });
  await page.getByLabel("What gives them the right to use the statutory procedure?").selectOption({ index: 1 });
  await page.getByLabel("Which service?").selectOption({ index: 1 });
  for (const number of [1, 2, 3]) {
    if (number > 1) await page.getByRole("button", { name: "Add another point" }).click();
    await page.getByLabel(`Point ${number}`, { exact: true }).fill(`Nobody called back, the ${number}. time.`);
    const about = page.getByRole("group", { name: `What is point ${number} about?` });
    await about.getByRole("checkbox").first().check();
  }
  await page.getByRole("button", { name: "Record the complaint" }).click();
  const reference = await page.getByRole("heading", { level: 1 }).innerText();
  const manager = heard.people.find((person) => person.role === "team_manager");
  await page.goto(`/cases/${reference}/assign`);
  const called = await page.getByLabel("Who will answer it?").locator("option", { hasText: manager.display_name }).first().innerText();
  await page.getByLabel("Who will answer it?").selectOption({ label: called });
  await page.getByRole("button", { name: "Assign" }).click();
  await expect(page.getByText("Assigned:")).toBeVisible();
  await page.context().clearCookies();
  await signedIn(page, heard, "team_manager");
  return reference;
}

test("three points are answered with findings and learning in fifteen actions beyond typing", async ({ page, heard }) => {
  const reference = await withTheManager(page, heard);
  await page.goto(`/cases/${reference}`);
  const budget = new Budget(page);
  await budget.press(page.getByRole("button", { name: "Send the Stage 1 response" }));
  for (const number of [1, 2, 3]) {
    const found = page.getByRole("group", { name: `What was found about point ${number}?` });
    await budget.tick(found.getByRole("radio", { name: "Upheld", exact: true }));
    await budget.type(page.getByLabel(`Reasons for point ${number}`), "We read the log: no call was made.");
  }
  await budget.type(page.getByLabel("Text of the letter"), "We are sorry. From now on calls are returned the same day.");
  const shared = page.getByRole("group", { name: "Does the letter say what was learned?" });
  await budget.tick(shared.getByRole("radio", { name: "Yes" }));
  await budget.tick(page.getByRole("checkbox", { name: "Yes, the letter names the right" }));
  await budget.press(page.getByRole("button", { name: "Record the response as sent" }));
  await expect(page.getByText("Stage 1 response recorded for")).toBeVisible();
  budget.keeps("Three points answered", { actions: 15, seconds: 300, beyondTyping: true });
});

test("ten more days are asked for in three answers and forty-five seconds", async ({ page, heard }) => {
  const reference = await withTheManager(page, heard);
  await page.goto(`/cases/${reference}/ask-for-time`);
  const budget = new Budget(page);
  const why = page.getByRole("group", { name: "Why is more time needed?" });
  await budget.tick(why.getByRole("radio", { name: "The complaint is complex" }));
  const told = page.getByRole("group", { name: "Have you told the family that it may take longer?" });
  await budget.tick(told.getByRole("radio", { name: "Yes, on the day below" }));
  await budget.press(page.getByRole("button", { name: "Ask for more time" }));
  await expect(page.getByText("More time asked for, in")).toBeVisible();
  budget.keeps("Ten more days", { actions: 3, seconds: 45, beyondTyping: false });
});
