import type { App } from "cdktf";

/** The variable that has the context of one run. cdktf-cli writes `CDKTF_CONTEXT_JSON` anew from `cdktf.json`, but not this one. */
export const RUN_CONTEXT = "CDKTF_RUN_CONTEXT_JSON";

/** Puts the context of this run over the one that cdktf has read. */
export function takeRunContext(app: App, env: NodeJS.ProcessEnv): void {
  const context: unknown = JSON.parse(env[RUN_CONTEXT] ?? "{}");
  for (const [key, value] of Object.entries(context ?? {})) app.node.setContext(key, value);
}
