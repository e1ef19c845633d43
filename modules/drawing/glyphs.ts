import type { PartKind } from "../topology/topology";

/** A sign for each kind of thing, in a square of 16: plain shapes, no brand's. Lines are as thick as the style sheet says. */
export const GLYPHS: Readonly<Record<PartKind, string>> = {
  task: "M8 1.5 14 4.8v6.4L8 14.5 2 11.2V4.8zM2 4.8l6 3.3 6-3.3M8 8.1v6.4",
  instance: "M4 4h8v8H4zM6 1.5V4M10 1.5V4M6 12v2.5M10 12v2.5M1.5 6H4M1.5 10H4M12 6h2.5M12 10h2.5",
  "interface-endpoint": "M5.5 2v3.5M10.5 2v3.5M3.5 5.5h9v2.5a4.5 4.5 0 0 1-9 0zM8 12.5v2",
  "gateway-endpoint": "M2 14V6.5a6 6 0 0 1 12 0V14M2 14h3V7a3 3 0 0 1 6 0v7h3",
  "mount-target": "M2 4.5h4.5l1.5 2h6v7H2zM2 4.5v-2h4",
  "load-balancer": "M2 8h4M6 8l3-5h5M6 8h8M6 8l3 5h5",
  "nat-gateway": "M2 5.5h10M9.5 3 12 5.5 9.5 8M14 10.5H4M6.5 8 4 10.5 6.5 13",
  "internet-gateway": "M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM1.5 8h13M8 1.5c-4 4-4 9 0 13M8 1.5c4 4 4 9 0 13",
  "transit-gateway": "M8 6a2 2 0 1 0 0 4 2 2 0 0 0 0-4zM8 1.5V6M8 10v4.5M1.5 8H6M10 8h4.5",
  peering: "M4 5.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5zM12 5.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5zM6.5 8h3",
  "endpoint-service": "M5.5 14v-3.5M10.5 14v-3.5M3.5 10.5h9V8a4.5 4.5 0 0 0-9 0zM8 3.5v-2",
  service: "M4.5 12.5a3 3 0 0 1 0-6 4 4 0 0 1 7.5 0 3 3 0 0 1-.5 6z",
  host: "M2 2.5h12v4.5H2zM2 9h12v4.5H2zM4.5 4.8h.1M4.5 11.3h.1",
};
