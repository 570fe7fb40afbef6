/** Drawn on a 24-unit grid with a 1.6 stroke and round ends; filled parts are closed shapes. */
const drawings = {
  home: "M4 10.8 12 4l8 6.8M6 9.4V19.5h4.4v-5.2h3.2v5.2H18V9.4",
  grid: "M4.5 5.5h6v6h-6zM13.5 5.5h6v3.6h-6zM13.5 12.1h6v6.4h-6zM4.5 14.5h6v4h-6z",
  basket:
    "M4 9.5h16l-1.7 9.2a1.2 1.2 0 0 1-1.2 1H6.9a1.2 1.2 0 0 1-1.2-1zM8 9.5 10.6 4M16 9.5 13.4 4M9.5 13v3.2M14.5 13v3.2",
  person:
    "M12 12.2a3.9 3.9 0 1 0 0-7.8 3.9 3.9 0 0 0 0 7.8M4.8 20c.7-3.4 3.6-5 7.2-5s6.5 1.6 7.2 5",
  back: "M14.5 5 7.5 12l7 7",
  forward: "m9.5 5 7 7-7 7",
  down: "m5 9.5 7 7 7-7",
  search: "M10.8 17.300a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13M15.6 15.6 20 20",
  close: "m6 6 12 12M18 6 6 18",
  plus: "M12 5v14M5 12h14",
  minus: "M5 12h14",
  check: "m5 12.6 4.7 4.700L19 7.5",
  trash: "M5 7h14M9.5 7V4.500h5V7M6.8 7l.8 12.500h8.800L17.2 7M10.3 10.500v5.500M13.7 10.500v5.5",
  pin: "M12 20.500c4-4.4 6-7.7 6-10.300a6 6 0 1 0-12 0c0 2.6 2 5.9 6 10.300M12 12.200a2.1 2.1 0 1 0 0-4.2 2.1 2.1 0 0 0 0 4.2",
  truck:
    "M3.5 6.500h10.500v10H9.600M14 10h3.700l2.8 3.200v3.300h-1.300M14 16.500h1.200M5.4 16.500H3.500zM7.5 18.500a1.9 1.9 0 1 0 0-3.8 1.9 1.9 0 0 0 0 3.800M17.2 18.500a1.9 1.9 0 1 0 0-3.8 1.9 1.9 0 0 0 0 3.8",
  shield:
    "M12 3.8 18.8 6v5.400c0 4-2.6 7.1-6.8 8.8-4.2-1.7-6.8-4.8-6.8-8.800V6zM8.9 11.900l2.3 2.3 4-4.3",
  share: "M12 14.500V4M8.2 7.5 12 3.800l3.8 3.700M7 10.500H5.500v9h13v-9H17",
  copy: "M9 8.500h9.500v11H9zM6 15.500H5.500v-11H15V5",
  phone:
    "M6.2 4.500h3l1.4 3.8-1.9 1.400c1 2.3 2.6 4 5.1 5.300l1.5-1.9 3.7 1.500v3c0 1-.8 1.8-1.8 1.700C10.2 18.8 5.3 13.7 4.5 6.300c-.1-1 .7-1.8 1.7-1.8",
  clock: "M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16M12 7.800V12l2.8 2",
  info: "M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16M12 11v5M12 8v.1",
  leaf: "M5 19c0-8.5 5-13.5 14.5-14C19.5 14 14.5 19 7.5 17.500M5 19.500C7 15 10 12 14 10",
  receipt: "M6 4.500h12v15.500l-2.4-1.5-2.4 1.5-1.2-.8-1.2.8-2.4-1.500L6 20zM9 9h6M9 12.500h6",
  box: "M4.5 8 12 4.2 19.5 8v8.300L12 20l-7.5-3.700zM4.7 8.1 12 11.700l7.3-3.600M12 11.700V20M8.2 6.100l7.4 3.7",
  coin: "M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16M9 8l3 4 3-4M12 12v4.500M9.5 12.500h5M9.5 14.700h5",
  people:
    "M9 11.500a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.400M3 19c.5-3.2 2.8-4.8 6-4.800s5.5 1.6 6 4.800M15.5 11.200a2.7 2.7 0 1 0-.8-5.200M16.5 14.300c2.5.2 4 1.7 4.5 4.2",
  link: "M10 14a4 4 0 0 0 5.7 0l3-3A4 4 0 0 0 13 5.300l-1.2 1.200M14 10a4 4 0 0 0-5.7 0l-3 3a4 4 0 0 0 5.7 5.700l1.2-1.2",
  qr: "M4.5 4.500h6v6h-6zM13.5 4.500h6v6h-6zM4.5 13.500h6v6h-6zM13.5 13.500h2.500v2.500h-2.500zM19.5 13.500v2.500M16.5 19.500h3v-1.500M7.5 7.500v.1M16.5 7.500v.1M7.5 16.500v.1",
} as const;

export type IconName = keyof typeof drawings;

/** A line icon in the colour of its text. Decoration only: the words beside it carry the meaning. */
export function Icon({
  name,
  className = "size-6",
}: {
  name: IconName;
  className?: string | undefined;
}) {
  return (
    <svg
      viewBox="0 0 24 24"
      className={`shrink-0 ${className}`}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={drawings[name]} />
    </svg>
  );
}
