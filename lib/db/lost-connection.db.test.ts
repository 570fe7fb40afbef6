import { expect, test, vi } from "vitest";
import { asSuperuser, testMerchants } from "@/e2e/database";
import { inMerchant } from "@/lib/db/in-merchant";
import { log } from "@/lib/log/log";

test("a lost connection is one line with the error's name, code and message, and no connection in it", async () => {
  const { a } = await testMerchants();
  const [row] = await inMerchant(
    a.merchantId,
    (tx) => tx.$queryRaw<{ pid: number }[]>`select pg_backend_pid() as pid`,
  );
  const warn = vi.spyOn(log, "warn").mockReturnValue();
  await asSuperuser((client) => client.query("select pg_terminate_backend($1)", [row?.pid]));
  await vi.waitFor(() => expect(warn).toHaveBeenCalled());
  const message = "terminating connection due to administrator command";
  expect(warn.mock.calls).toEqual([
    [{ err: { name: "error", code: "57P01", message } }, "database connection lost"],
  ]);
  warn.mockRestore();
});
