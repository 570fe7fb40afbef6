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

/** One of the demo's WeChat users, by the name that people see. @returns the user's id */
export async function findWechatUser(nickname: string): Promise<string> {
  const response = await fetch(`${browserInstance().sandboxUrl}/sandbox/users`);
  const users: User[] = await response.json();
  const found = users.find((user) => user.nickname === nickname);
  if (!found) throw new Error(`the demo has no WeChat user ${nickname}`);
  return found.id;
}
