import { App } from "cdktn";
import { OrdersStack } from "./orders-stack.js";

const app = new App();
new OrdersStack(app, "orders");
app.synth();
