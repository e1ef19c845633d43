import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { samplePictures } from "../../../scripts/pages/sample-pictures";

const IMAGES = join(__dirname, "../../../docs/images");

it("docs/images are the samples as they are drawn (run npm run docs after a change)", () => {
  const pictures = samplePictures();
  expect(readdirSync(IMAGES).sort()).toEqual([...pictures.keys()].sort());
  for (const [name, picture] of pictures) expect(readFileSync(join(IMAGES, name), "utf8"), name).toBe(picture);
}, 60_000);
