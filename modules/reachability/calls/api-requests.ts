import type { Ask, AskedRequest, Asker } from "../../asks/ask";
import type { Thing } from "../../asks/thing";
import type { ApiRequest } from "../model/api-request";
import { UNKNOWN_TEXT } from "../model/symbol";
import { symbolicArn, type TaskPlace, withoutStars } from "./symbolic-arns";
import { viaService } from "./via-service";

/** What is asked, by whom, and where the task says so. */
type AskOfRole = Pick<Ask, "by" | "requests"> & Partial<Pick<Ask, "path">>;

/**
 * What the service that is called asks of keys in the name of who calls it: it meets the policies of roles and keys, and none on the
 * way to the service.
 */
export function keyRequests(
  { by, requests = [], service, region, path }: AskOfRole & Pick<Ask, "service" | "region">,
  place: TaskPlace,
): readonly ApiRequest[] {
  const asked = requests.filter(({ ofKey }) => ofKey === true);
  const via = viaService(service, region ?? place.region);
  return allOf(asked, by, path, place).map((request) => ({ ...request, ...via }));
}

/** What is asked, as the policies on the way see it: each action on what it is about. */
export function apiRequests({ by, requests, path }: AskOfRole, place: TaskPlace): readonly ApiRequest[] {
  if (requests === undefined) return [{ action: UNKNOWN_TEXT, resource: UNKNOWN_TEXT, principal: by }];
  return allOf(
    requests.filter(({ ofKey }) => ofKey !== true),
    by,
    path,
    place,
  );
}

function allOf(
  requests: readonly AskedRequest[],
  by: Asker,
  source: string | undefined,
  place: TaskPlace,
): readonly ApiRequest[] {
  return requests.flatMap(({ actions, on, mayLack }) =>
    actions.map((action) => ({
      action: withoutStars(action),
      resource: symbolicArn(on, place),
      principal: by,
      ...aliasOf(on),
      ...(source === undefined ? {} : { source }),
      ...(mayLack === true ? { mayLack } : {}),
    })),
  );
}

function aliasOf(on: Thing): Pick<ApiRequest, "alias"> {
  const alias = on.kind === "key" ? /(?:^|:)(alias\/.+)$/.exec(on.key)?.[1] : undefined;
  return alias === undefined ? {} : { alias };
}
