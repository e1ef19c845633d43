import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { runCommand } from "./emulator/command";
import { consumersPage } from "./pages/consumers-page";
import { endpointServicesPage } from "./pages/endpoint-services-page";
import { errorsPage } from "./pages/errors-page";
import { fieldPage } from "./pages/field-page";

const PAGES = {
  "check-in-the-field.md": fieldPage,
  "consumers.md": () => consumersPage(),
  "endpoint-services.md": endpointServicesPage,
  "errors.md": errorsPage,
};

runCommand(async () => {
  for (const [name, page] of Object.entries(PAGES)) writeFileSync(join(__dirname, "..", "docs", name), await page());
});
