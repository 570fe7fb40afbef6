import { browserInstance } from "@/e2e/browser-instance";

type User = { id: string; nickname: string };

/** A new WeChat user of the sandbox, who has never been in any shop. @returns the user's id */
export async function newWechatUser(nickname: string): Promise<string> {
  const response = await fetch(`${browserInstance().sandboxUrl}/sandbox/users`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ nickname }),
  });
  const user: User = await response.json();
  return user.id;
}
