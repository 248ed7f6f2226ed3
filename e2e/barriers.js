// What keeps somebody from using a page: barriers that axe knows of, and having to scroll sideways.
// Each page that is looked at leaves a picture in screenshots/, for people.

import AxeBuilder from "@axe-core/playwright";
import { expect } from "@playwright/test";

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

export async function expectNoBarriers(page, testInfo, name) {
  await page.screenshot({ path: `screenshots/${testInfo.project.name}/${name}.png`, fullPage: true });
  await expectNoSidewaysScrolling(page, name);
  // With scripts off axe, itself a script, cannot run; the pages are the same.
  if (testInfo.project.use.javaScriptEnabled === false) return;
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  const found = violations.map(({ id, help, nodes }) => ({ id, help, at: nodes.map((node) => node.html) }));
  expect(found, `barriers on ${name}`).toEqual([]);
}

async function expectNoSidewaysScrolling(page, name) {
  const overhang = await page.evaluate(() => {
    const root = document.documentElement;
    const width = root.clientWidth;
    const wide = [...document.querySelectorAll("body *")].filter((element) => {
      const box = element.getBoundingClientRect();
      return box.right > width + 1 && box.width > 0 && !hidden(element);
    });
    // What sits in a box that scrolls by itself does not make the page scroll.
    function hidden(element) {
      for (let box = element; box; box = box.parentElement) {
        const { overflowX, position, clip } = getComputedStyle(box);
        if (["auto", "scroll", "hidden", "clip"].includes(overflowX) && box !== root && box !== document.body) return true;
        if (position === "absolute" && clip !== "auto") return true;
      }
      return false;
    }
    const name = (element) => `${element.tagName.toLowerCase()}.${element.className}`;
    return { scroll: root.scrollWidth - width, wide: wide.slice(0, 5).map(name) };
  });
  expect(overhang.scroll, `${name} scrolls sideways because of ${overhang.wide.join(", ")}`).toBeLessThanOrEqual(0);
}
