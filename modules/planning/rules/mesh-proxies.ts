import { issue } from "../../issues/issue";
import type { AskRule } from "./ask-rule";

/** The variables that tell the proxy what it is, and that nothing else reads. */
const VARIABLE = /^APPMESH_(?:RESOURCE_ARN|VIRTUAL_NODE_NAME)$/;

/** Proxies of App Mesh, which AWS has ended: no endpoint leads to what their configuration came from. */
export const meshProxies: AskRule = {
  source: "https://docs.aws.amazon.com/app-mesh/latest/userguide/envoy-config.html",
  *asks({ containers }) {
    for (const [name, { environment = {} }] of containers) {
      const variable = Object.keys(environment).find((each) => VARIABLE.test(each));
      if (variable === undefined) continue;
      yield {
        remark: issue("mesh-proxy-without-mesh", {
          path: `containers.${name}.environment.${variable}`,
          problem: `"${name}" is a proxy of App Mesh, and gets no configuration`,
          fix: "leave the proxy and proxyConfiguration out; Service Connect of ECS takes their place",
        }),
      };
    }
  },
};
