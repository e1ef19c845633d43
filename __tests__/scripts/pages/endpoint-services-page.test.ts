import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ENDPOINT_SERVICE_NAMES } from "../../../modules/aws/endpoint-services/endpoint-service-facts";
import { endpointServicesPage } from "../../../scripts/pages/endpoint-services-page";

const PAGE = endpointServicesPage();

describe("docs/endpoint-services.md", () => {
  it("is what the catalog says (run scripts/generate-pages.ts after a change)", () => {
    expect(readFileSync(join(__dirname, "../../../docs/endpoint-services.md"), "utf8")).toBe(PAGE);
  });

  it("has one row for every service", () => {
    const table = PAGE.slice(PAGE.indexOf("## Services"), PAGE.indexOf("## Full service names"));
    const names = [...table.matchAll(/^\| `([^`]+)`/gm)].map(([, name]) => name);
    expect(names).toEqual([...ENDPOINT_SERVICE_NAMES]);
  });

  it("writes yes, no, or nothing where nothing is established", () => {
    expect(PAGE).toContain(
      "| `dynamodb` | Amazon DynamoDB | Gateway, Interface | 443 | no | yes |  | `dynamodb-fips` |",
    );
    expect(PAGE).toContain("| `secretsmanager` | AWS Secrets Manager | Interface | 443 |  | yes |  |  |");
    expect(PAGE).toContain("| `email-smtp` | Amazon SES | Interface | 25, 465, 587, 2465, 2587 |  |  |  |  |");
  });
});
