// One complaint through everything the law gives it: three stages, the Ombudsman, and the end; in days that
// lie in the past, so that every time limit can be seen to have been kept.

import { expect, signedIn, test } from "./heard.js";
import { expectNoBarriers } from "./barriers.js";

const localResolution = [
  step("Acknowledge", "Record the acknowledgement", "Acknowledgement recorded",
    { "When was it sent?": "4 3 2026" }),
  step("Assign", "Assign", "Assigned",
    { "When was it handed over?": "5 3 2026" },
    (page) => page.getByLabel("Who will answer it?").selectOption({ index: 1 })),
  step("Extend Stage 1", "Record the extension", "Extension of Stage 1 recorded",
    {
      "What is the new last day?": "30 3 2026",
      "When was it decided?": "11 3 2026",
      "When was the complainant told?": "11 3 2026",
    },
    (page) => choose(page, "Why is more time needed?", "The complaint is complex")),
  step("Send the Stage 1 response", "Record the response as sent", "Stage 1 response recorded",
    { "What day does the letter advise?": "27 4 2026", "When was it sent?": "26 3 2026" },
    async (page) => {
      await findings(page, "Partly upheld", "Not upheld");
      await page.getByLabel("Text of the letter").fill("Dear Robin Meadow\n\nWe are sorry that nobody called back.");
      await namesTheNextRight(page);
    }),
];

const investigation = [
  step("Escalate to Stage 2", "Record the request", "Request for Stage 2 recorded",
    { "When was the request received?": "30 3 2026" },
    (page) => choose(page, "How was it asked for?", "By word of mouth")),
  step("Acknowledge", "Record the acknowledgement", "Acknowledgement recorded",
    { "When was it sent?": "31 3 2026" }),
  step("Appoint the investigators", "Record the appointment", "Investigators recorded",
    { "When were they appointed?": "1 4 2026" },
    async (page) => {
      await page.getByLabel("Investigating Officer", { exact: true }).fill("Sam Rivers");
      await page.getByLabel("Independent Person", { exact: true }).fill("Ade Stone");
      await tickAll(page, "What have you asked them?");
    }),
  step("Send the statement of complaint", "Record the statement as sent", "Statement recorded as sent",
    { "When was it sent?": "2 4 2026" }),
  step("Record comments on the statement", "Record the comments", "Comments on the statement recorded",
    { "When did it come?": "9 4 2026" },
    (page) => page.getByLabel("What did they say?").fill("It was four weeks, not three.")),
  step("Send the statement of complaint", "Record the statement as sent", "Statement recorded as sent",
    { "When was it sent?": "10 4 2026" },
    async (page) => {
      await expect(page.getByText("It was four weeks, not three.")).toBeVisible();
      await page.getByLabel("Point 1", { exact: true }).fill("Nobody called back for four weeks.");
    }),
  step("Agree the statement of complaint", "Record the agreement", "Agreed statement recorded",
    { "When was it agreed?": "15 4 2026" }),
  step("Extend Stage 2", "Record the extension", "Extension of Stage 2 recorded",
    {
      "By when will they be answered?": "26 6 2026",
      "When was it decided?": "20 4 2026",
      "When was the complainant told in writing?": "20 4 2026",
    },
    (page) => choose(page, "Why is more time needed?", "A key witness is away")),
  step("Receive the Investigating Officer’s report", "Record the report", "Investigating Officer’s report recorded",
    { "When did the report come?": "22 5 2026" },
    async (page) => {
      await findings(page, "Upheld", "Not upheld");
      await page.getByLabel("What does the Investigating Officer recommend?").fill("Say sorry.\n\nLog every call.");
    }),
  step("Receive the Independent Person’s report", "Record the report", "Independent Person’s report recorded",
    { "When did the report come?": "28 5 2026" },
    (page) => tickAll(page, "What did they find to be so?")),
  step("Send the Stage 2 answer", "Record the answer as sent", "Stage 2 answer recorded",
    { "What last day does the letter give?": "3 7 2026", "When was it sent?": "5 6 2026" },
    async (page) => {
      await findings(page, "Upheld", "Partly upheld");
      await decides(page, 1, { answer: "Accepted", action: "The director writes.", by: "19 6 2026" });
      await decides(page, 2, { answer: "Partly accepted", because: "Only calls about a complaint." });
      await page.getByLabel("Adjudicating Officer").fill("Jo Fields");
      await tickAll(page, "What is sent to the complainant?");
      await namesTheNextRight(page);
    }),
];

const reviewPanel = [
  step("Escalate to Stage 3", "Record the request", "Request for Stage 3 recorded",
    { "When was the request received?": "17 6 2026" }),
  step("Acknowledge", "Record the acknowledgement", "Acknowledgement recorded",
    { "When was it sent?": "18 6 2026" }),
  step("Appoint the Review Panel", "Record the panel", "Review Panel recorded",
    { "When will the panel meet?": "22 7 2026", "When were they appointed?": "24 6 2026" },
    async (page) => {
      for (const [seat, name] of Object.entries({ Chair: "Bo Hill", "First member": "Cy Lake", "Second member": "Di Moss" })) {
        await page.getByLabel(seat, { exact: true }).fill(name);
        await tick(page, `What did they declare? (${seat})`, "None of these");
      }
    }),
  step("Invite everybody to the panel", "Record the invitations as sent", "Invitations to the panel recorded",
    { "When were the invitations sent?": "1 7 2026" }),
  step("Send the panel papers", "Record the papers as sent", "Papers of the panel recorded",
    { "When was it sent?": "6 7 2026" },
    (page) => tickAll(page, "What was sent?")),
  step("Record the panel’s meeting", "Record the meeting", "Meeting of the panel recorded",
    { "When did the panel meet?": "22 7 2026" },
    async (page) => {
      await tick(page, "Who was there?", "The complainant", "Their advocate", "The Independent Person");
      await choose(page, "Who spoke for the complainant?", "Their advocate");
    }),
  step("Receive the panel’s report", "Record the report", "Report of the panel recorded",
    { "When did the panel send it?": "27 7 2026", "When was it received?": "28 7 2026" },
    async (page) => {
      await tickAll(page, "To whom did the panel send it, besides the council?");
      await page.getByLabel("Summary of the report").fill("The plan should have been shared.");
      await findings(page, "Upheld", "Upheld");
      await page.getByLabel("What does the panel recommend?").fill("Share the plan.\n\nPay £500.");
    }),
  step("Send the response to the panel", "Record the response as sent", "Response to the panel recorded",
    {
      "When were the recommendations considered with the Independent Person?": "7 8 2026",
      "When was it sent?": "12 8 2026",
    },
    async (page) => {
      await decides(page, 1, { answer: "Accepted", action: "The team manager shares it.", by: "28 8 2026" });
      await decides(page, 2, { answer: "Rejected", because: "No loss was shown." });
      await namesTheNextRight(page);
    }),
];

const ombudsman = [
  step("Record an Ombudsman case", "Record the letter", "Ombudsman’s letter recorded",
    { "When did the letter arrive?": "2 9 2026" },
    (page) => page.getByLabel("The Ombudsman’s reference").fill("26 000 000")),
  step("Record the Ombudsman’s enquiry", "Record the enquiry", "Ombudsman’s enquiry recorded",
    { "When did the enquiry arrive?": "7 9 2026", "By when does the Ombudsman want the reply?": "2 10 2026" }),
  step("Answer the Ombudsman’s enquiry", "Record the reply as sent", "Reply to the Ombudsman recorded",
    { "When was the reply sent?": "25 9 2026" }),
  step("Record the Ombudsman’s decision", "Record the decision", "Ombudsman’s decision recorded",
    { "What is the date of the decision?": "5 10 2026", "By when? (remedy 1)": "2 11 2026" },
    async (page) => {
      await group(page, "What did the Ombudsman decide?").getByRole("radio", { name: /Upheld/ }).first().check();
      await choose(page, "Was fault found?", "Yes");
      await choose(page, "Was injustice found?", "Yes");
      await page.getByLabel("What is remedy 1?").selectOption({ label: "Payment for distress" });
      await page.getByLabel("Amount in pounds, if remedy 1 is a payment").fill("300");
    }),
  step("Record a remedy as done", "Record the remedy as done", "Remedy recorded as done",
    { "When was it done?": "16 10 2026" },
    async (page) => {
      await choose(page, "Which remedy was done?", "1. Payment for distress, £300, by 2 November 2026");
      await choose(page, "Was the evidence sent to the Ombudsman?", "Yes");
    }),
  step("Record compliance with the Ombudsman’s decision", "Record compliance", "Compliance recorded",
    { "When did the Ombudsman accept it?": "22 10 2026" }),
  step("Close the case", "Close the case", "Closed",
    { "When is it closed?": "26 10 2026" },
    async (page) => {
      await choose(page, "What did the complaint teach?", "This is what we learned");
      await page.getByLabel("What we learned, or why nothing").fill("The plan is shared with the family on the day it is made.");
    }),
];

const learning = [
  step("Record what the case taught", "Record it", "Learning recorded",
    { "When did the service report it?": "9 11 2026" },
    async (page) => {
      await choose(page, "Does anything change?", "Yes");
      await page.getByLabel("What changes, or why nothing does").fill("The plan is shared with the family on the day it is made.");
    }),
];

const rooms = { "stage-1": localResolution, "stage-2": investigation, "stage-3": reviewPanel, ombudsman, learning };

const happened = [
  "Received a complaint",
  "Acknowledged",
  "Assigned",
  "Stage 1 extended",
  "Stage 1 response sent",
  "Asked for an independent investigation (Stage 2)",
  "Request for Stage 2 acknowledged",
  "Investigating Officer and Independent Person appointed",
  "Statement of complaint sent",
  "Comments on the statement received",
  "Statement of complaint sent",
  "Statement of complaint agreed",
  "Stage 2 extended",
  "Investigating Officer’s report received",
  "Independent Person’s report received",
  "Stage 2 answer sent",
  "Asked for a Review Panel (Stage 3)",
  "Request for Stage 3 acknowledged",
  "Review Panel appointed",
  "Everybody invited to the Review Panel",
  "Papers of the Review Panel sent",
  "Review Panel met",
  "Review Panel’s report received",
  "Response to the Review Panel sent",
  "Ombudsman’s letter received",
  "Ombudsman’s enquiry received",
  "Ombudsman’s enquiry answered",
  "Ombudsman decided",
  "A remedy the Ombudsman recommended was done",
  "The Ombudsman’s decision was complied with",
  "Closed",
  "What the case taught",
];

const stages = ["Stage 1", "Stage 2, the Investigating Officer", "Stage 2", "Stage 3, the panel"];
const found = {
  "Point 1": ["Partly upheld", "Upheld", "Upheld", "Upheld"],
  "Point 2": ["Not upheld", "Not upheld", "Partly upheld", "Upheld"],
};

const keptInTime = [
  "Acknowledge the complaint",
  "Tell the complainant that Stage 1 takes longer",
  "Stage 1 response sent",
  "Acknowledge the request for Stage 2",
  "Send the written record of an oral complaint",
  "Tell the complainant that Stage 2 takes longer",
  "Acknowledge the request for Stage 3",
  "Stage 2 response sent, from the request",
  "Stage 2 response sent, from the agreed record",
  "Appoint the panel chair",
  "Tell everybody the date and place of the panel",
  "Send the panel papers",
  "Review panel meets",
  "Panel report sent",
  "Response to the panel sent",
  "Answer the Ombudsman’s enquiry",
  "Agreed action done",
  "Learning from the case recorded",
];

const nextRights = [
  "Told of the next right: to ask for an independent investigation (Stage 2), advised by 27 April 2026",
  "Told of the next right: to ask for a Review Panel (Stage 3), by 3 July 2026",
  "Told of the next right: to complain to the Local Government and Social Care Ombudsman, within twelve months",
  "Closed on 26 October 2026. Next right: to complain to the Local Government and Social Care Ombudsman.",
];

// The pages with the most questions of their kind.
const lookedAtClosely = ["Extend Stage 1", "Send the Stage 2 answer", "Appoint the Review Panel", "Record the Ombudsman’s decision"];

test("a complaint goes through three stages and the Ombudsman, and its file tells the whole story", async ({ page, heard }, testInfo) => {
  test.setTimeout(300_000);
  const look = (name) => expectNoBarriers(page, testInfo, `whole-procedure/${name}`);
  const picture = (name) =>
    page.screenshot({ path: `screenshots/${testInfo.project.name}/whole-procedure/${name}.png`, fullPage: true });
  await signedIn(page, heard, "complaints_officer");
  await test.step("record the complaint", () => record(page));
  const reference = await page.getByRole("heading", { level: 1 }).innerText();

  for (const [room, steps] of Object.entries(rooms)) {
    for (const [index, { action, button, done, days, fill }] of steps.entries()) {
      await test.step(`${room}: ${action}`, async () => {
        await offered(page, action).click();
        await expect(page.getByRole("heading", { level: 1, name: action, exact: true })).toBeVisible();
        await fill(page);
        for (const [question, day] of Object.entries(days)) await enter(page, question, day);
        const see = lookedAtClosely.includes(action) ? look : picture;
        await see(`${room}-${String(index + 1).padStart(2, "0")}-${slug(action)}`);
        await page.getByRole("button", { name: button, exact: true }).click();
        await expect(page.getByRole("alert").filter({ hasText: done })).toBeVisible();
        await expect(page.getByRole("heading", { level: 1, name: reference })).toBeVisible();
      });
    }
    await picture(`${room}-case-file`);
    if (room === "stage-1") await test.step("what is over cannot be done again", () => extendAfterTheAnswer(page, look));
  }

  await test.step("the case file tells what happened, what was found, and that every limit was kept", async () => {
    await page.getByText("Time limits that have ended").click();
    await look("case-file-at-the-end");
    const words = await page.getByRole("main").innerText();
    const headings = await page.getByRole("main").getByRole("heading").allInnerTexts();
    const timeline = headings.slice(headings.indexOf("What happened") + 1).reverse();
    expect(timeline.map((title) => title.replace(/^Assigned to .+$/, "Assigned"))).toEqual(happened);
    for (const [point, findings] of Object.entries(found)) {
      const lines = words.slice(words.indexOf(`${point}: `)).split("\n");
      const ofEachStage = lines.filter((line) => line.startsWith("Stage ")).slice(0, stages.length);
      expect(ofEachStage, point).toEqual(stages.map((stage, index) => `${stage}: ${findings[index]}`));
    }
    expect(words).toContain("Nothing is due from the council now.");
    const limits = headings.slice(headings.indexOf("What is due") + 1, headings.indexOf("Missing from this record"));
    expect(limits).toEqual(keptInTime);
    const missing = words.slice(words.indexOf("Missing from this record"), words.indexOf("What the complainant may do next"));
    expect(missing.match(/^.+ \(.+\)$/gm)).toEqual(["Equality form sent (Equality monitoring: ages, ethnic groups, disability)"]);
    expect(words.match(/^Met on time$/gm)).toHaveLength(keptInTime.length);
    expect(words).not.toMatch(/Met late|Overdue|stopped on/);
    for (const right of nextRights) expect(words).toContain(right);
    expect(words).toContain("Remedy 1: Payment for distress, £300, by 2 November 2026");
  });
});

// Stage 1 cannot be extended any more: the page says why, and what was typed stays.
async function extendAfterTheAnswer(page, look) {
  const file = page.url();
  await page.goto(new URL(file).pathname + "/extend-local-resolution");
  await expect(page.getByRole("heading", { level: 1, name: "Extend Stage 1" })).toBeVisible();
  await expect(page.getByRole("main")).toContainText("This cannot be done now.");
  await expect(page.getByRole("main")).toContainText("The Stage 1 answer was already recorded on 26 March 2026.");
  await expect(page.getByRole("button", { name: "Record the extension" })).toHaveCount(0);
  await look("stage-1-extended-after-the-answer");
  await page.goto(file);
}

// The action as the case file offers it, the button, what the case file says then, the days by their questions, and
// what else is answered.
function step(action, button, done, days, fill = async () => {}) {
  return { action, button, done, days, fill };
}

async function record(page) {
  await page.goto("/complaints/new");
  await choose(page, "How did it arrive?", "Telephone");
  await enter(page, "When did the council receive it?", "2 3 2026");
  await page.getByLabel("Name", { exact: true }).fill("Robin Meadow");
  await page.getByLabel("In what capacity?").selectOption({ label: "Parent" });
  const right = "a parent of such a child, with or without parental responsibility";
  await page.getByLabel("What gives them the right to use the statutory procedure?").selectOption({ label: right });
  await page.getByLabel("Child’s name").fill("Kit Meadow");
  await choose(page, "How does the child stand with the council?", "In need");
  await page.getByLabel("Which service?").selectOption({ index: 1 });
  await page.getByRole("button", { name: "Add another point" }).click();
  for (const [index, words] of ["Nobody called back for three weeks.", "The plan for Kit was never shared."].entries()) {
    await page.getByLabel(`Point ${index + 1}`, { exact: true }).fill(words);
    await group(page, `What is point ${index + 1} about?`).getByRole("checkbox").nth(index + 2).check();
  }
  await page.getByLabel("What do they want to happen?").fill("An apology and the plan.");
  await page.getByRole("button", { name: "Record the complaint" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Complaint recorded as" })).toBeVisible();
}

function group(page, question) {
  return page.getByRole("group", { name: question, exact: true });
}

function choose(page, question, answer) {
  return group(page, question).getByRole("radio", { name: answer, exact: true }).check();
}

async function tick(page, question, ...answers) {
  for (const name of answers) await group(page, question).getByRole("checkbox", { name, exact: true }).check();
}

async function tickAll(page, question) {
  await expect(group(page, question)).toBeVisible();
  for (const box of await group(page, question).getByRole("checkbox").all()) await box.check();
}

async function enter(page, question, day) {
  const parts = day.split(" ");
  for (const [index, part] of ["Day", "Month", "Year"].entries()) {
    await group(page, question).getByLabel(part, { exact: true }).fill(parts[index]);
  }
}

async function findings(page, ...outcomes) {
  for (const [index, finding] of outcomes.entries()) {
    await choose(page, `What was found about point ${index + 1}?`, finding);
    await page.getByLabel(`Reasons for point ${index + 1}`).fill("The file was read and the team was asked.");
  }
}

async function decides(page, number, { answer, because = "", action = "", by }) {
  await choose(page, `What is the answer to recommendation ${number}?`, answer);
  await page.getByLabel(`Reasons, if recommendation ${number} is not wholly accepted`).fill(because);
  await page.getByLabel(`What will be done about recommendation ${number}, and who does it?`).fill(action);
  if (by) await enter(page, `By when? (recommendation ${number})`, by);
}

function namesTheNextRight(page) {
  return page.getByRole("checkbox", { name: "Yes, the letter names the right" }).check();
}

// The likeliest action is a button, the others are links.
function offered(page, action) {
  const options = { name: action, exact: true };
  const main = page.getByRole("main");
  return main.getByRole("button", options).or(main.getByRole("link", options)).first();
}

function slug(words) {
  return words.toLowerCase().replaceAll("’", "").replaceAll(" ", "-");
}
