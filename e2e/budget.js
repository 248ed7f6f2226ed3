// Counts what somebody does and how long it takes them, while the browser does it.
//
// An action is one click or key press on a control; typing within a field is none. The time is that of the
// keystroke-level model (Card, Moran and Newell): 0.28 s a character, 1.1 s to point, 1.35 s to make up one's mind,
// 0.4 s to move the hand between mouse and keyboard; and the server's and the browser's own time as measured.

import { expect } from "@playwright/test";

const CHARACTER = 0.28;
const POINT = 1.1;
const DECIDE = 1.35;
const HAND = 0.4;

export class Budget {
  actions = 0;
  // Seconds, without the typing of what somebody says in their own words.
  seconds = 0;
  typing = 0;

  constructor(page) {
    this.page = page;
  }

  // Presses a button or a link and waits for the page that follows.
  async press(control) {
    this.#act(DECIDE + POINT);
    const begun = performance.now();
    await control.click();
    await this.page.waitForLoadState("load");
    this.seconds += (performance.now() - begun) / 1000;
  }

  async tick(control) {
    this.#act(POINT);
    await control.check();
  }

  // Opens a list and chooses from it: two clicks.
  async pick(control, label) {
    this.#act(POINT);
    this.#act(POINT);
    await control.selectOption(label);
  }

  // Clicks into a field and types.
  async type(control, text) {
    this.#act(POINT + HAND);
    this.typing += text.length * CHARACTER;
    this.seconds += HAND;
    await control.fill(text);
  }

  keeps(what, { actions, seconds, beyondTyping }) {
    const whole = this.seconds + (beyondTyping ? 0 : this.typing);
    console.log(
      `${what}: ${this.actions} actions of ${actions}, ${whole.toFixed(1)} s of ${seconds}` +
        (beyondTyping ? `, beyond ${this.typing.toFixed(1)} s of typing` : ""),
    );
    expect(this.actions, `${what}: actions`).toBeLessThanOrEqual(actions);
    expect(whole, `${what}: seconds`).toBeLessThanOrEqual(seconds);
  }

  #act(seconds) {
    this.actions += 1;
    this.seconds += seconds;
  }
}
