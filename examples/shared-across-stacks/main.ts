import { App } from "cdktf";
import { ServiceStack } from "./service-stack";
import { SharedStack } from "./shared-stack";
import { billing, orders } from "./tasks";

const app = new App();
const shared = new SharedStack(app, "shared");
for (const task of [orders, billing]) new ServiceStack(app, task, shared);
// The proof looks at all stacks together: a service in one, its endpoints in another.
app.synth();
