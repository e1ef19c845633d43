// Preloaded into every Node process of a measured command: appends what the process used to the file of BENCH_REPORT.
const { appendFileSync } = require("node:fs");

process.on("exit", () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  const report = { peakKib: maxRSS, cpuMicroseconds: userCPUTime + systemCPUTime };
  appendFileSync(process.env.BENCH_REPORT, `${JSON.stringify(report)}\n`);
});
