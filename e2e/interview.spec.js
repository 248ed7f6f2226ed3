// The interview that shows which procedure a complaint belongs to, question by question and by what can be seen.

import { expect, signedIn, test } from "./heard.js";
import { expectNoBarriers } from "./barriers.js";

const answers = [
  ["May a child be at risk, or may an offence have been committed?", "A child may be at risk"],
  ["What does the person want?", "They are dissatisfied and want an answer"],
  ["Who is speaking?", "Somebody for themselves, or for a child of theirs"],
  ["Whose service is it about?", "This council’s children’s service"],
  ["What is this point about?", "Help and care for a child or young person, or how the family was treated"],
  ["Which help or care?", "Assessment, help or services for a child in need or a disabled child"],
  ["Who is the person to the child?", "A parent without parental responsibility"],
  ["Has the council dealt with this same point before?", "No"],
  ["When did it happen?", "It is still going on"],
  ["Are other proceedings going on about the same matter?", "No, or nobody knows of any"],
];

test("an interview shows the procedure, the law behind each answer, and the letter", async ({ page, heard }, testInfo) => {
  const look = (name) => expectNoBarriers(page, testInfo, name);
  await signedIn(page, heard, "complaints_officer");
  await page.goto("/complaints/new");
  await choose(page, "How did it arrive?", "Telephone");
  await page.getByLabel("Name", { exact: true }).fill("Sam Brook");
  await page.getByLabel("In what capacity?").selectOption({ label: "Parent" });
  await page.getByLabel("What gives them the right to use the statutory procedure?").selectOption({ index: 1 });
  await page.getByLabel("Child’s name").fill("Lee Brook");
  await choose(page, "How does the child stand with the council?", "In need");
  await page.getByLabel("Which service?").selectOption({ index: 1 });
  await page.getByLabel("Point 1", { exact: true }).fill("The short breaks were stopped without a word.");
  await page.getByRole("group", { name: "What is point 1 about?" }).getByRole("checkbox").first().check();
  await page.getByRole("button", { name: "Record the complaint" }).click();
  await expect(page.getByText("Procedure not judged yet.")).toBeVisible();

  await page.getByRole("link", { name: "Judge which procedure applies" }).click();
  await look("judge-procedure-start");
  await page.getByRole("button", { name: "Continue" }).click();
  for (const [question, answer] of answers) {
    await expect(page.getByRole("group", { name: question })).toBeVisible();
    if (question.startsWith("When")) await look("judge-procedure-question");
    await choose(page, question, answer);
    await page.getByRole("button", { name: "Continue" }).click();
  }
  await expect(page.getByRole("heading", { level: 1, name: "Check the answers" })).toBeVisible();
  await expect(page.getByText("Belongs to: the Children Act statutory procedure")).toBeVisible();
  await look("judge-procedure-check");

  await page.getByRole("button", { name: "Change the answer to: Who is the person to the child?" }).click();
  await expect(page.getByLabel("A parent without parental responsibility")).toBeChecked();
  await choose(page, "Who is the person to the child?", "A grandparent, other relative or anybody else close to the child");
  await page.getByRole("button", { name: "Continue" }).click();
  await choose(page, "Is the person’s interest in the child’s welfare sufficient?", "Nobody has decided yet");
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByText("A person has to decide: whether the person’s interest")).toBeVisible();
  await look("judge-procedure-ask-a-person");
  await page.getByRole("button", { name: "Record the judgement" }).click();
  await expect(page.getByText("Procedure judged for C-").first()).toBeVisible();
  await page.getByText("A person has to decide: whether the person’s interest").click();
  await look("case-file-judged");
});

async function choose(page, question, answer) {
  await page.getByRole("group", { name: question }).getByLabel(answer, { exact: true }).check();
}
