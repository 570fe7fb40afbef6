import { assetReply } from "../http/replies";
import type { Route } from "../http/route";
import { answerConsent } from "../oauth/authorize";
import { drawAvatar } from "./avatar";
import { chooseUser } from "./switch-user";

/** The pages that play the phone. Never subject to faults. */
export const PHONE_ROUTES: Route[] = [
  {
    endpoint: "phone",
    method: "GET",
    path: "/sandbox/avatars/{id}",
    answer: (_context, request) => assetReply(drawAvatar(request.params.id ?? ""), "image/svg+xml"),
  },
  { endpoint: "phone", method: "POST", path: "/sandbox/choose-user", answer: chooseUser },
  { endpoint: "phone", method: "POST", path: "/sandbox/consent", answer: answerConsent },
];
