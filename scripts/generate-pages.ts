import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { endpointServicesPage } from "./pages/endpoint-services-page";
import { errorsPage } from "./pages/errors-page";

const PAGES = {
  "endpoint-services.md": endpointServicesPage,
  "errors.md": errorsPage,
};

for (const [name, page] of Object.entries(PAGES)) writeFileSync(join(__dirname, "..", "docs", name), page());
