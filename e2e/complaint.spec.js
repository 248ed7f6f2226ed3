// A complaint from the first call to the published report, as a complaints officer works: by what can
// be seen and read on the page, never by what is behind it.

import { expect, signIn, test } from "./heard.js";
import { expectNoBarriers } from "./barriers.js";

test("a complaint goes from the telephone to the annual report", async ({ page, heard }, testInfo) => {
  const look = (name) => expectNoBarriers(page, testInfo, name);

  await test.step("sign in and change the one-time password", async () => {
    await page.goto("/");
    await look("sign-in");
    await signIn(page, heard, "complaints_officer");
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await look("today");
  });

  await test.step("record a complaint", async () => {
    await page.goto("/");
    await openFromNavigation(page, "Record a complaint");
    await look("record-a-complaint");
    await choose(page, "How did it arrive?", "Telephone");
    await page.getByLabel("Name", { exact: true }).fill("Robin Meadow");
    await page.getByLabel("How to reach them").fill("01632 960123, mornings");
    await page.getByLabel("In what capacity?").selectOption({ label: "Parent" });
    await page.getByLabel("What gives them the right to use the statutory procedure?").selectOption({ index: 1 });
    await page.getByLabel("Child’s name").fill("Kit Meadow");
    await choose(page, "How does the child stand with the council?", "In need");
    await page.getByLabel("Which service?").selectOption({ index: 1 });
    await page.getByLabel("Point 1", { exact: true }).fill("Nobody called back for three weeks.");
    await page.getByRole("group", { name: "What is point 1 about?" }).getByRole("checkbox").first().check();
    await page.getByRole("button", { name: "Add another point" }).click();
    await expect(page.getByLabel("Point 1", { exact: true })).toHaveValue("Nobody called back for three weeks.");
    await page.getByLabel("Point 2", { exact: true }).fill("The assessment was never sent.");
    await page.getByRole("group", { name: "What is point 2 about?" }).getByRole("checkbox").first().check();
    await page.getByLabel("What do they want to happen?").fill("A named social worker and the assessment.");
    await page.getByRole("button", { name: "Record the complaint" }).click();
    await expectDone(page, "Complaint recorded as");
    await expect(page.getByText("Robin Meadow").first()).toBeVisible();
    await look("case-file-new");
  });

  const reference = await page.getByRole("heading", { level: 1 }).innerText();
  const steps = [
    { action: "Acknowledge", button: "Record the acknowledgement", done: "Acknowledgement recorded" },
    {
      action: "Assign",
      button: "Assign",
      done: "Assigned",
      fill: () => page.getByLabel("Who will answer it?").selectOption({ index: 1 }),
    },
    {
      action: "Extend Stage 1",
      button: "Record the extension",
      done: "Extension of Stage 1 recorded",
      fill: () => choose(page, "Why is more time needed?", "The complaint is complex"),
    },
    {
      action: "Send the Stage 1 response",
      button: "Record the response as sent",
      done: "Stage 1 response recorded",
      fill: async () => {
        await findings(page, "Partly upheld", "Not upheld");
        await page.getByLabel("Text of the letter").fill("Dear Robin Meadow\n\nWe are sorry.");
        await namesTheNextRight(page);
      },
    },
    {
      action: "Escalate to Stage 2",
      button: "Record the request",
      done: "Request for Stage 2 recorded",
      fill: () => choose(page, "How was it asked for?", "In writing"),
    },
    {
      action: "Appoint the investigators",
      button: "Record the appointment",
      done: "Investigators recorded",
      fill: async () => {
        await page.getByLabel("Investigating Officer", { exact: true }).fill("Sam Rivers");
        await page.getByLabel("Independent Person", { exact: true }).fill("Ade Stone");
        await page.getByRole("checkbox", { name: "The Investigating Officer stands outside" }).check();
        await page.getByRole("checkbox", { name: "The Independent Person is no member" }).check();
      },
    },
    {
      action: "Send the statement of complaint",
      button: "Record the statement as sent",
      done: "Statement recorded as sent",
    },
    { action: "Agree the statement of complaint", button: "Record the agreement", done: "Agreed statement recorded" },
    {
      action: "Receive the Investigating Officer’s report",
      button: "Record the report",
      done: "Investigating Officer’s report recorded",
      fill: async () => {
        await findings(page, "Upheld", "Not upheld");
        await page.getByLabel("What does the Investigating Officer recommend?").fill("Say sorry in writing.");
      },
    },
    {
      action: "Receive the Independent Person’s report",
      button: "Record the report",
      done: "Independent Person’s report recorded",
      fill: async () => {
        for (const check of await page.getByRole("checkbox").all()) await check.check();
      },
    },
    {
      action: "Send the Stage 2 answer",
      button: "Record the answer as sent",
      done: "Stage 2 answer recorded",
      fill: async () => {
        await findings(page, "Upheld", "Not upheld");
        await choose(page, "What is the answer to recommendation 1?", "Accepted");
        await page.getByLabel("Adjudicating Officer").fill("Jo Fields");
        const pack = page.getByRole("group", { name: "What is sent to the complainant?" });
        for (const part of await pack.getByRole("checkbox").all()) await part.check();
        await namesTheNextRight(page);
      },
    },
    {
      action: "Close the case",
      button: "Close the case",
      done: "Closed",
      fill: async () => {
        await choose(page, "What did the complaint teach?", "This is what we learned");
        await page.getByLabel("What we learned, or why nothing").fill("Calls are returned the same day.");
      },
    },
  ];
  for (const { action, button, done, fill } of steps) {
    await test.step(action, async () => {
      await offered(page, action).click();
      await expect(page.getByRole("heading", { level: 1, name: action })).toBeVisible();
      await look(slug(action));
      await fill?.();
      await page.getByRole("button", { name: button }).click();
      await expectDone(page, done);
      await expect(page.getByRole("heading", { level: 1, name: reference })).toBeVisible();
    });
  }
  await expect(page.getByText("What the complainant may do next")).toBeVisible();
  await look("case-file-closed");

  await test.step("find it again by a name", async () => {
    await openFromNavigation(page, "Register");
    await page.getByLabel("Name or reference").fill("Meadow");
    await page.getByRole("button", { name: "Search" }).click();
    await expect(page.getByRole("link", { name: reference })).toBeVisible();
    expect(page.url(), "a name never stands in an address").not.toContain("Meadow");
    await look("search");
  });

  await test.step("the annual report", async () => {
    await openFromNavigation(page, "Annual report");
    await look("annual-report-choose");
    await page.getByLabel("Reporting year").selectOption({ value: "2014-15" });
    await page.getByRole("button", { name: "Show the report" }).click();
    await expect(page.getByRole("table").first()).toBeVisible();
    await look("annual-report");
  });

  await test.step("sign out", async () => {
    await page.getByRole("button", { name: "Sign out" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Sign in" })).toBeVisible();
    await page.goBack();
    await page.reload();
    await expect(page.getByText("Robin Meadow")).toHaveCount(0);
  });
});

function choose(page, question, answer) {
  return page.getByRole("group", { name: question }).getByRole("radio", { name: answer, exact: true }).check();
}

async function namesTheNextRight(page) {
  await page.getByRole("checkbox", { name: "Yes, the letter names the right" }).check();
}

async function findings(page, ...found) {
  for (const [index, finding] of found.entries()) {
    await choose(page, `What was found about point ${index + 1}?`, finding);
    await page.getByLabel(`Reasons for point ${index + 1}`).fill("The file was read and the team was asked.");
  }
}

// The likeliest action is a button, the others are links.
function offered(page, action) {
  const options = { name: action, exact: true };
  return page.getByRole("main").getByRole("button", options).or(page.getByRole("main").getByRole("link", options)).first();
}

async function expectDone(page, words) {
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByRole("alert").filter({ hasText: words })).toBeVisible();
}

// On a phone with scripts the navigation is folded away behind a button.
async function openFromNavigation(page, name) {
  const link = page.getByRole("navigation", { name: "Menu" }).getByRole("link", { name, exact: true });
  if (!(await link.isVisible())) {
    await page.getByRole("button", { name: "Menu" }).click();
  }
  await link.click();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
}

function slug(words) {
  return words.toLowerCase().replaceAll("’", "").replaceAll(" ", "-");
}
