import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import sharp from "sharp";
import { imageTypeOf } from "./image-type.ts";

const picture = () => sharp({ create: { width: 8, height: 8, channels: 3, background: "#0b5d4e" } });

test("an image is what its bytes say, as an encoder writes them", async () => {
  for (const format of ["jpeg", "png", "gif", "webp", "avif"] as const)
    assert.equal(imageTypeOf(await picture().toFormat(format).toBuffer()), `image/${format}`);
});

test("a text, a vector and a cut file are no images", () => {
  for (const text of ["", "GIF", "<svg xmlns='http://www.w3.org/2000/svg'/>", "%PDF-1.7"])
    assert.equal(imageTypeOf(Buffer.from(text)), undefined);
});

test("what follows the signature changes nothing", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 32 }), (rest) => {
      assert.equal(imageTypeOf(Buffer.from([...Buffer.from("GIF89a"), ...rest])), "image/gif");
    }),
  );
});
