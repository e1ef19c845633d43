import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runCommand } from "./emulator/command";
import { renderedApiPages } from "./pages/api-pages";
import { consumersPage } from "./pages/consumers-page";
import { endpointServicesPage } from "./pages/endpoint-services-page";
import { errorsPage } from "./pages/errors-page";
import { fieldPage } from "./pages/field-page";
import { samplePictures } from "./pages/sample-pictures";

const DOCS = join(__dirname, "../docs");
const PAGES = {
  "check-in-the-field.md": fieldPage,
  "consumers.md": () => consumersPage(),
  "endpoint-services.md": endpointServicesPage,
  "errors.md": errorsPage,
};

runCommand(async () => {
  for (const [name, page] of Object.entries(PAGES)) writeFileSync(join(DOCS, name), await page());
  for (const [name, picture] of samplePictures()) writeFileSync(join(DOCS, "images", name), picture);
  const reference = [...renderedApiPages()];
  // A page whose construct is gone goes as well.
  rmSync(join(DOCS, "api"), { recursive: true, force: true });
  mkdirSync(join(DOCS, "api"));
  for (const [name, page] of reference) writeFileSync(join(DOCS, "api", name), page);
});
