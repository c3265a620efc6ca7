import assert from "node:assert/strict";
import { test } from "node:test";
import { getSite } from "../config/settings.ts";
import { buildWebManifest } from "./web-manifest.ts";

const manifest = JSON.parse(buildWebManifest());

test("the site is installed under its name, from its home page", () => {
  assert.deepEqual(
    [manifest.short_name, manifest.lang, manifest.start_url, manifest.scope, manifest.display],
    [getSite().name, "en", "/", "/", "minimal-ui"],
  );
  assert.ok(manifest.short_name.length <= 12, "longer names are cut below an icon");
  assert.match(manifest.name, /^Curalog: /);
});

test("there are the icons that installing needs: 192, 512, and one for any shape", () => {
  assert.deepEqual(
    manifest.icons.map(({ src, sizes, purpose }: Record<string, string>) => [src, sizes, purpose]),
    [
      ["/icon-192.png", "192x192", "any"],
      ["/icon-512.png", "512x512", "any"],
      ["/icon-maskable-512.png", "512x512", "maskable"],
    ],
  );
});

test("its colours are the paper of the site", () => {
  assert.deepEqual([manifest.background_color, manifest.theme_color], ["#fbfaf6", "#fbfaf6"]);
});
