import assert from "node:assert/strict";
import { test } from "node:test";
import type { Node } from "@takumi-rs/core";
import { contrastOf } from "../../config/theme-settings.ts";
import type { SocialImageView } from "../../views/social-image.ts";
import { drawSocialImage } from "./draw-image.ts";

const view: SocialImageView = {
  section: "Offerings",
  kicker: "FHIR server",
  title: "A server",
  facts: ["Acme", "Apache-2.0"],
};
const title = { text: view.title, direction: "ltr", size: 92 } as const;

interface Text {
  readonly text: string;
  readonly colour: string;
  readonly background: string;
  readonly size: number;
}

/** Every text of a drawing on what it stands. */
function textsOf(node: Node, background = "none"): Text[] {
  const style: Record<string, string | number> = node.style ?? {};
  const own = String(style["backgroundColor"] ?? background);
  if (node.type === "text")
    return [{ text: node.text, colour: String(style["color"]), background: own, size: Number(style["fontSize"]) }];
  return node.type === "container" ? (node.children ?? []).flatMap((child) => textsOf(child, own)) : [];
}

test("the formula of contrast is right", () => {
  assert.equal(contrastOf("#000000", "#ffffff"), 21);
  assert.equal(contrastOf("#767676", "#ffffff").toFixed(2), "4.54");
});

test("every text stands on its ground with a contrast of 7 to 1, badges included", () => {
  const badges = [undefined, { label: "Retired", tone: "stop" }, { label: "Renamed", tone: "warn" }] as const;
  const texts = badges.flatMap((badge) => textsOf(drawSocialImage({ ...view, badge }, title)));
  assert.ok(texts.length >= 17, `only ${texts.length} texts`);
  for (const { text, colour, background } of texts)
    assert.ok(contrastOf(colour, background) >= 7, `${text}: ${colour} on ${background}`);
});

test("no text is smaller than 25 pixels, which a phone shows at about 8", () => {
  for (const { text, size } of textsOf(drawSocialImage(view, title))) assert.ok(size >= 25, text);
});

test("a image says where it is from, what it is, its facts and the address of the site", () => {
  const words = (view: SocialImageView) => textsOf(drawSocialImage(view, title)).map(({ text }) => text);
  assert.deepEqual(words(view), [
    "Curalog",
    "Offerings",
    "FHIR server",
    "A server",
    "Acme · Apache-2.0",
    "curalog.org",
  ]);
  const { section, ...home } = view;
  assert.equal(words(home).includes(section ?? ""), false);
  assert.ok(words({ ...view, badge: { label: "Retired", tone: "stop" } }).includes("Retired"));
});

test("facts that do not fit are left out whole, and none is needed", () => {
  const factsOf = (facts: string[]) => textsOf(drawSocialImage({ ...view, facts }, title)).at(-2)?.text;
  assert.equal(factsOf(["A vendor", "x".repeat(60), "FHIR R4"]), "A vendor · FHIR R4");
  assert.equal(factsOf(["y".repeat(90)]), "y".repeat(90));
  assert.equal(factsOf([]), "");
});

test("a right-to-left title begins at the right, alone", () => {
  const directions = JSON.stringify(drawSocialImage(view, { text: "שלום FHIR", direction: "rtl", size: 92 })).match(
    /"direction":"\w+"/g,
  );
  assert.deepEqual(directions, ['"direction":"rtl"']);
});
