// The checks themselves: a page with a barrier, or one that scrolls sideways, is found.

import { test, expect } from "@playwright/test";

import { expectNoBarriers } from "./barriers.js";

const page = (body) => `<!doctype html><html lang="en"><head><title>A page</title></head><body><main><h1>A page</h1>${body}</main></body></html>`;
const faults = [
  { name: "a picture without words", body: '<img src="data:,">', says: /image-alt/ },
  { name: "pale grey on white", body: '<p style="color:#bbb;background:#fff">Pale</p>', says: /color-contrast/ },
  { name: "a field without a label", body: '<input name="a">', says: /label/ },
  { name: "a box wider than the page", body: '<div style="width:3000px">Wide</div>', says: /scrolls sideways because of div/ },
];

for (const { name, body, says } of faults) {
  test(`${name} is found`, async ({ page: tab }, testInfo) => {
    await tab.setContent(page(body));
    await expect(expectNoBarriers(tab, testInfo, "checks")).rejects.toThrow(says);
  });
}

test("a plain page has none", async ({ page: tab }, testInfo) => {
  await tab.setContent(page("<p>Words.</p>"));
  await expectNoBarriers(tab, testInfo, "checks");
});
