import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { startTestPayer } from "./test-payer";

const DAY_MS = 86_400_000;
let payer: Awaited<ReturnType<typeof startTestPayer>>;
beforeEach(async () => {
  payer = await startTestPayer();
});
afterEach(() => payer.close());

describe("a transfer", () => {
  test("waits for its payee, is under way after the confirmation, succeeds and notifies", async () => {
    const made = await payer.transfer({ out_bill_no: "FIRST" });
    expect(made).toMatchObject({ status: 200, body: { state: "WAIT_USER_CONFIRM" } });
    expect(made.body.package_info).toMatch(/^[\w+/]{43}=$/);
    expect(made.body.transfer_bill_no).toMatch(/^\d{40}$/);
    expect(await payer.confirm("FIRST")).toMatchObject({ status: 200, body: { ok: true } });
    expect((await payer.query("FIRST")).body).toMatchObject({ state: "TRANSFERING" });
    await payer.pass(1000);
    const { body } = await payer.query("FIRST");
    expect(body).toMatchObject({ state: "SUCCESS", transfer_amount: 12_345 });
    expect(body.package_info).toBeUndefined();
    expect((await payer.queryById(`${body.transfer_bill_no}`)).body).toEqual(body);
    const { envelope, plain } = payer.lastNotice();
    expect(envelope.event_type).toBe("MCHTRANSFER.BILL.FINISHED");
    expect(envelope.resource.original_type).toBe("mch_payment");
    expect(plain).toEqual({
      out_bill_no: "FIRST",
      transfer_bill_no: body.transfer_bill_no,
      state: "SUCCESS",
      mch_id: payer.account.mchId,
      transfer_amount: 12_345,
      openid: body.openid,
      create_time: "2026-11-21T10:00:00+08:00",
      update_time: "2026-11-21T10:00:01+08:00",
    });
  });

  test("nobody confirms: it fails with OVERDUE_CLOSE after 24 hours and the money comes back", async () => {
    const before = (await payer.balance()).balance;
    await payer.transfer({ out_bill_no: "LATE" });
    expect((await payer.balance()).balance).toBe(before - 12_345);
    await payer.pass(DAY_MS - 1);
    expect((await payer.query("LATE")).body.state).toBe("WAIT_USER_CONFIRM");
    await payer.pass(1);
    const { body } = await payer.query("LATE");
    expect(body).toMatchObject({ state: "FAIL", fail_reason: "OVERDUE_CLOSE" });
    expect(payer.lastNotice().plain).toMatchObject({ state: "FAIL", fail_reason: "OVERDUE_CLOSE" });
    const { balance, entries } = await payer.balance();
    expect(balance).toBe(before);
    expect(entries.map((entry) => [entry.kind, entry.amount])).toEqual([
      ["transfer", -12_345],
      ["transfer_return", 12_345],
    ]);
    expect((await payer.confirm("LATE")).body).toEqual({ ok: false, reason: "closed" });
  });

  test("may be closed later than 24 hours, and can be confirmed until then", async () => {
    await payer.fault({ endpoint: "transfer_closing", kind: "late", delayMs: 3_600_000 });
    await payer.transfer({ out_bill_no: "LATER" });
    await payer.pass(DAY_MS + 3_599_999);
    expect((await payer.query("LATER")).body.state).toBe("WAIT_USER_CONFIRM");
    expect((await payer.confirm("LATER")).status).toBe(200);
  });

  test("the control can end the waiting at once", async () => {
    await payer.transfer({ out_bill_no: "NOW" });
    expect((await payer.post("/sandbox/expire-transfer", { out_bill_no: "NOW" })).status).toBe(200);
    await payer.pass(0);
    expect((await payer.query("NOW")).body.fail_reason).toBe("OVERDUE_CLOSE");
  });

  test("is cancelled before the confirmation, never after", async () => {
    await payer.transfer({ out_bill_no: "STOP" });
    expect((await payer.cancel("STOP")).body).toMatchObject({ state: "CANCELING" });
    expect((await payer.confirm("STOP")).body.reason).toBe("cancelled");
    await payer.pass(1000);
    expect((await payer.query("STOP")).body.state).toBe("CANCELLED");
    expect(payer.lastNotice().plain).toMatchObject({ state: "CANCELLED" });
    expect((await payer.cancel("STOP")).body.state).toBe("CANCELLED");
    expect((await payer.balance()).entries).toHaveLength(2);
    await payer.transfer({ out_bill_no: "TAKEN" });
    await payer.confirm("TAKEN");
    expect(await payer.cancel("TAKEN")).toMatchObject({
      status: 400,
      body: { code: "INVALID_REQUEST" },
    });
  });

  test("the same number with the same parameters is the same transfer, with others refused", async () => {
    const body = payer.order();
    const first = await payer.send(body);
    expect(await payer.send(body)).toEqual(first);
    expect(await payer.send({ ...body, transfer_amount: 1 })).toMatchObject({
      status: 400,
      body: { code: "INVALID_REQUEST" },
    });
    expect((await payer.balance()).entries).toHaveLength(1);
  });

  test("without enough money it is ACCEPTED, then PROCESSING, and goes on with the same number", async () => {
    const { mchId: mch_id } = payer.account;
    await payer.post("/sandbox/operating-balance", { mch_id, balance: 100 });
    const body = payer.order({ out_bill_no: "POOR" });
    expect((await payer.send(body)).body).toMatchObject({ state: "ACCEPTED" });
    expect((await payer.confirm("POOR")).body.reason).toBe("not_ready");
    expect((await payer.send(body)).body).toMatchObject({ state: "PROCESSING" });
    await payer.post("/sandbox/operating-balance", { mch_id, balance: 20_000 });
    expect((await payer.query("POOR")).body.state).toBe("PROCESSING");
    expect((await payer.send(body)).body.package_info).toBeDefined();
    expect((await payer.balance()).balance).toBe(20_000 - 12_345);
  });

  test("only its payee can confirm it, once", async () => {
    await payer.transfer({ out_bill_no: "MINE" });
    expect((await payer.confirm("MINE", "lin")).body).toEqual({ ok: false, reason: "other_user" });
    await payer.confirm("MINE");
    expect((await payer.confirm("MINE")).body).toEqual({ ok: false, reason: "confirmed" });
  });

  test("can be asked for during thirty days", async () => {
    await payer.transfer({ out_bill_no: "OLD" });
    await payer.pass(30 * DAY_MS);
    expect((await payer.query("OLD")).status).toBe(200);
    await payer.pass(1);
    expect(await payer.query("OLD")).toMatchObject({ status: 404, body: { code: "NOT_FOUND" } });
    expect((await payer.query("NOSUCH")).status).toBe(404);
  });
});

describe("the payee's name", () => {
  const big = { transfer_amount: 200_000 };

  test("is needed from 2,000 yuan on, encrypted, with the key's serial", async () => {
    expect((await payer.transfer({ transfer_amount: 199_999 })).status).toBe(200);
    expect((await payer.transfer(big)).body.code).toBe("PARAM_ERROR");
    const named = { ...big, user_name: payer.sealName("梅若兰") };
    expect((await payer.transfer(named)).body.message).toContain("Wechatpay-Serial");
    const made = await payer.transfer(named, payer.serial);
    expect(made.body.state).toBe("WAIT_USER_CONFIRM");
    const plain = { ...big, user_name: Buffer.from("梅若兰").toString("base64") };
    expect((await payer.transfer(plain, payer.serial)).body.code).toBe("PARAM_ERROR");
  });

  test("encrypted anew it is still the same request", async () => {
    const body = payer.order({ ...big, user_name: payer.sealName("梅若兰") });
    const first = await payer.send(body, payer.serial);
    const again = await payer.send({ ...body, user_name: payer.sealName("梅若兰") }, payer.serial);
    expect(again).toEqual(first);
  });

  test("that is not the payee's ends in NAME_NOT_CORRECT and costs nothing", async () => {
    const named = { ...big, user_name: payer.sealName("梅若梅") };
    const { body } = await payer.transfer(named, payer.serial);
    expect(body).toMatchObject({ state: "FAIL", fail_reason: "NAME_NOT_CORRECT" });
    expect((await payer.balance()).entries).toHaveLength(0);
  });

  test("of somebody who never proved an identity ends in REAL_NAME_CHECK_FAIL", async () => {
    const { openidFor } = await import("./openid");
    const openid = openidFor(payer.account.appId, "lin");
    const named = { ...big, openid, user_name: payer.sealName("阿林") };
    const { body } = await payer.transfer(named, payer.serial);
    expect(body.fail_reason).toBe("REAL_NAME_CHECK_FAIL");
  });

  test("is not taken below 0.30 yuan", async () => {
    const small = { transfer_amount: 29, user_name: payer.sealName("梅若兰") };
    expect((await payer.transfer(small, payer.serial)).body.code).toBe("PARAM_ERROR");
  });
});

describe("refusals", () => {
  const infos = [{ info_type: "岗位类型", info_content: "推广员" }];
  test.each([
    ["one report info", { transfer_scene_report_infos: infos }, 400, "PARAM_ERROR"],
    [
      "a third report info",
      {
        transfer_scene_report_infos: [
          ...infos,
          ...infos,
          { info_type: "报酬说明", info_content: "x" },
        ],
      },
      400,
      "PARAM_ERROR",
    ],
    ["another scene", { transfer_scene_id: "1000" }, 403, "NO_AUTH"],
    ["a scene that does not exist", { transfer_scene_id: "1006" }, 400, "PARAM_ERROR"],
    ["an unknown perception", { user_recv_perception: "现金奖励" }, 400, "PARAM_ERROR"],
    ["33 characters of remark", { transfer_remark: "佣".repeat(33) }, 400, "PARAM_ERROR"],
    ["a number with a dash", { out_bill_no: "RH-1" }, 400, "PARAM_ERROR"],
    ["a number of 33 characters", { out_bill_no: "R".repeat(33) }, 400, "PARAM_ERROR"],
    ["no amount", { transfer_amount: 0 }, 400, "PARAM_ERROR"],
    ["half a fen", { transfer_amount: 1.5 }, 400, "PARAM_ERROR"],
    ["somebody else's openid", { openid: "oX".padEnd(28, "x") }, 400, "PARAM_ERROR"],
    ["another appid", { appid: "wx0000000000000000" }, 400, "APPID_MCHID_NOT_MATCH"],
    ["a notify_url with a query", { notify_url: "https://a.cn/n?x=1" }, 400, "PARAM_ERROR"],
    ["an undocumented field", { amount: 5 }, 400, "PARAM_ERROR"],
    [
      "a red packet above 200 yuan",
      {
        user_recv_style: { type: "RED_PACKET" },
        transfer_amount: 20_001,
      },
      400,
      "PARAM_ERROR",
    ],
  ])("%s", async (_name, changes, status, code) => {
    expect(await payer.transfer(changes)).toMatchObject({ status, body: { code } });
    expect((await payer.balance()).entries).toHaveLength(0);
  });

  test("the hundred and first call in a second is not worked on", async () => {
    const body = payer.order();
    for (let count = 0; count < 100; count += 1) expect((await payer.send(body)).status).toBe(200);
    expect(await payer.transfer({ out_bill_no: "TOOMANY" })).toMatchObject({
      status: 429,
      body: { code: "FREQUENCY_LIMIT" },
    });
    expect((await payer.query("TOOMANY")).status).toBe(404);
    payer.clock.nowMs += 1000;
    expect((await payer.transfer()).status).toBe(200);
  });
});
