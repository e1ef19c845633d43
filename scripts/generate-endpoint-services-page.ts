import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { endpointServicesPage } from "./pages/endpoint-services-page";

writeFileSync(join(__dirname, "..", "docs", "endpoint-services.md"), endpointServicesPage());
