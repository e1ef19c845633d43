import { awsClients } from "./aws-clients";
import { readStanding } from "./standing";
import { renderTable } from "./table";

/**
 * Prints what stands in the given Regions of an emulated account, read back through the AWS API.
 *
 * @returns whether anything stands there
 */
export async function printStanding(endpoint: string, regions: readonly string[]): Promise<boolean> {
  let anything = false;
  for (const region of regions) {
    const clients = awsClients(endpoint, region);
    try {
      const table = renderTable(await readStanding(clients));
      console.log(`\nIn ${region} ${table === "" ? "nothing stands." : `stands:\n\n${table}`}`);
      anything ||= table !== "";
    } finally {
      clients.close();
    }
  }
  return anything;
}
