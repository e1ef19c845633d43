import type { Ask } from "../../asks/ask";
import type { ApiRequest } from "../model/api-request";
import { UNKNOWN_TEXT } from "../model/symbol";
import { symbolicArn, type TaskPlace, withoutStars } from "./symbolic-arns";

/** What is asked, as the policies on the way see it: each action on what it is about. */
export function apiRequests({ by, requests }: Pick<Ask, "by" | "requests">, place: TaskPlace): readonly ApiRequest[] {
  if (requests === undefined) return [{ action: UNKNOWN_TEXT, resource: UNKNOWN_TEXT, principal: by }];
  return requests.flatMap(({ actions, on, mayLack }) =>
    actions.map((action) => ({
      action: withoutStars(action),
      resource: symbolicArn(on, place),
      principal: by,
      ...(mayLack === true ? { mayLack } : {}),
    })),
  );
}
