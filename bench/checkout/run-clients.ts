/** Works through `jobs` with so many clients at once. @returns the milliseconds that it took */
export async function runClients<Job>(
  clients: number,
  jobs: readonly Job[],
  work: (job: Job, client: number) => Promise<void>,
): Promise<number> {
  let next = 0;
  const begin = performance.now();
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      for (let job = jobs[next++]; job !== undefined; job = jobs[next++]) await work(job, client);
    }),
  );
  return performance.now() - begin;
}
