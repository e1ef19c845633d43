import { App } from "cdktf";
import { createStacks, takeRunContext } from "./stacks";

export const app = new App();
takeRunContext(app, process.env);
createStacks(app);
app.synth();
