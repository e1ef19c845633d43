import { App } from "cdktf";
import { createStacks } from "./stacks";

export const app = new App();
createStacks(app);
app.synth();
