/** A drawn picture as an element of its own: WeChat offers to keep, pass on or scan it on a long press. */
export function ShareImage({
  src,
  alt,
  width,
  height,
  className,
}: {
  src: string;
  alt: string;
  width: number;
  height: number;
  className: string;
}) {
  return (
    <picture className="flex justify-center">
      <img src={src} alt={alt} width={width} height={height} loading="lazy" className={className} />
    </picture>
  );
}
