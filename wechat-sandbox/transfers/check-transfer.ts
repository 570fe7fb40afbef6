import type { SandboxAccount } from "../account";
import { decryptOaep } from "../crypto/rsa-oaep";
import type { SandboxRequest } from "../http/sandbox-request";
import { PayRefusal } from "../pay/pay-refusal";
import type { SandboxContext } from "../sandbox-context";
import type { TransferRequest } from "../schemas/transfer";
import { findUserByOpenid } from "../store/users";

/** From 2,000 yuan on WeChat wants the name; below 0.30 yuan it takes none (wechat.md 4.9). */
const NAME_NEEDED_FEN = 200_000;
const NAME_TAKEN_FEN = 30;
const RED_PACKET_MAX_FEN = 20_000;
/** The one scene that this kind of merchant has been granted: 佣金报酬. */
const GRANTED_SCENE = "1005";
const REPORT_TYPES = ["岗位类型", "报酬说明"];
const PERCEPTIONS = ["劳务报酬", "报销款", "企业补贴", "开工利是"];

function refuseField(field: keyof TransferRequest, message: string, value: unknown): never {
  throw new PayRefusal("PARAM_ERROR", message, { field: `/${field}`, location: "body", value });
}

function checkScene(body: TransferRequest): void {
  if (body.transfer_scene_id !== GRANTED_SCENE) {
    throw new PayRefusal("NO_AUTH", "商户号未获得该转账场景的使用权限，请前往商户平台申请");
  }
  const infos = body.transfer_scene_report_infos;
  const types = infos.map((info) => info.info_type);
  const complete = REPORT_TYPES.every((type) => types.includes(type));
  if (!complete || infos.length !== REPORT_TYPES.length) {
    refuseField(
      "transfer_scene_report_infos",
      `转账场景报备信息不符合要求，该场景须且仅须填写：${REPORT_TYPES.join("、")}`,
      types,
    );
  }
  const perception = body.user_recv_perception;
  if (perception !== undefined && !PERCEPTIONS.includes(perception)) {
    refuseField("user_recv_perception", "暂不支持展示当前传入的用户收款感知", perception);
  }
}

function checkStyle(body: TransferRequest): void {
  if (body.user_recv_style?.type !== "RED_PACKET") return;
  if (body.transfer_amount > RED_PACKET_MAX_FEN) {
    refuseField("user_recv_style", "红包样式的转账金额不能超过200元", body.user_recv_style);
  }
}

/** The payee's name in clear; null when none was sent. Refuses one that cannot be read. */
function readName(
  account: SandboxAccount,
  request: SandboxRequest,
  body: TransferRequest,
): string | null {
  if (body.user_name === undefined) {
    if (body.transfer_amount < NAME_NEEDED_FEN) return null;
    refuseField("user_name", "转账金额大于等于2000元时，收款用户姓名必填", null);
  }
  if (body.transfer_amount < NAME_TAKEN_FEN) {
    refuseField("user_name", "转账金额小于0.3元时，不允许填写收款用户姓名", null);
  }
  if (request.headers["wechatpay-serial"] === undefined) {
    throw new PayRefusal("PARAM_ERROR", "Http头缺少Wechatpay-Serial，无法解密敏感信息");
  }
  const name = decryptOaep(body.user_name, account.platformPrivateKeyPem);
  if (name === null) refuseField("user_name", "敏感信息解密失败", null);
  return name;
}

/**
 * Everything that WeChat refuses at once about a new transfer. Returns the payee and the decrypted
 * name (null when none was sent). Throws PayRefusal otherwise.
 */
export function checkTransfer(
  context: SandboxContext,
  account: SandboxAccount,
  request: SandboxRequest,
  body: TransferRequest,
): { userId: string; name: string | null } {
  if (body.appid !== account.appId) {
    throw new PayRefusal("APPID_MCHID_NOT_MATCH", "appid和mch_id不匹配");
  }
  checkScene(body);
  checkStyle(body);
  const name = readName(account, request, body);
  const user = findUserByOpenid(context.db, account.appId, body.openid);
  if (!user) refuseField("openid", "appid和openid不匹配", body.openid);
  return { userId: user.id, name };
}
