import { request } from "node:http";
import { browserInstance } from "@/e2e/browser-instance";

export type Question = {
  method?: string;
  /** Host name without port; the first shop's unless another one is named. */
  host?: string;
  cookie?: string;
  headers?: Record<string, string>;
  body?: string;
};

export type Answer = {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: string;
};

/** One request to the web process as it stands on the wire: path and headers are sent as they are given. */
export function ask(path: string, question: Question = {}): Promise<Answer> {
  const { method = "GET", host = "localhost", cookie, headers = {}, body } = question;
  const { webPort } = browserInstance();
  return new Promise((resolve, reject) => {
    const asked = request(
      {
        host: "127.0.0.1",
        port: webPort,
        path,
        method,
        headers: {
          host: `${host}:${webPort}`,
          "user-agent": "Mozilla/5.0 (Linux; Android 14) MicroMessenger/8.0.60",
          accept: "*/*",
          ...(cookie ? { cookie } : {}),
          ...(body === undefined ? {} : { "content-length": String(Buffer.byteLength(body)) }),
          ...headers,
        },
      },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on("data", (chunk: Buffer) => chunks.push(chunk));
        answer.on("end", () =>
          resolve({
            status: answer.statusCode ?? 0,
            headers: answer.headers,
            body: Buffer.concat(chunks).toString("utf8"),
          }),
        );
        answer.on("error", reject);
      },
    );
    asked.on("error", reject);
    asked.end(body);
  });
}

/** The same with a JSON body. */
export function sendTo(path: string, content: unknown, question: Question = {}): Promise<Answer> {
  const headers = { "content-type": "application/json", ...question.headers };
  return ask(path, { method: "POST", ...question, headers, body: JSON.stringify(content) });
}
