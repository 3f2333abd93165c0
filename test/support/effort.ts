/** Milliseconds of processor time that some work took: what else runs on the machine does not count. */
export function effort(work: () => unknown): number {
  const before = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1_000;
}
