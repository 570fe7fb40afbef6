"use client";

import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useRef,
  useState,
} from "react";

type Tone = "ok" | "fault";
type Toast = { id: number; tone: Tone; text: string };
type Show = (text: string, tone?: Tone) => void;

const shownMs = 5_000;
const ToastContext = createContext<Show>(() => undefined);

/** Shows a sentence at the edge of the screen for a few seconds; screen readers are told too. */
export function useToast(): Show {
  return useContext(ToastContext);
}

export function Toasts({ children }: { children: ReactNode }) {
  const [toasts, setToasts] = useState<Toast[]>([]);
  const lastId = useRef(0);
  const show = useCallback<Show>((text, tone = "ok") => {
    lastId.current += 1;
    const id = lastId.current;
    setToasts((present) => [...present.slice(-2), { id, tone, text }]);
  }, []);
  const drop = useCallback((id: number) => {
    setToasts((present) => present.filter((toast) => toast.id !== id));
  }, []);
  return (
    <ToastContext value={show}>
      {children}
      <div
        role="status"
        className="pointer-events-none fixed inset-x-4 bottom-4 z-20 grid justify-items-center gap-2 lg:justify-items-end"
      >
        {toasts.map((toast) => (
          <OneToast key={toast.id} toast={toast} drop={drop} />
        ))}
      </div>
    </ToastContext>
  );
}

function OneToast({ toast, drop }: { toast: Toast; drop: (id: number) => void }) {
  const { id, tone, text } = toast;
  useEffect(() => {
    const timer = setTimeout(() => drop(id), shownMs);
    return () => clearTimeout(timer);
  }, [id, drop]);
  const look = tone === "ok" ? "bg-ink text-white" : "bg-danger text-white";
  return <p className={`max-w-sm rounded-md px-4 py-2.5 text-sm shadow-pop ${look}`}>{text}</p>;
}
