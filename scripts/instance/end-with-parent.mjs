// Loaded into every process that an instance starts: when the parent is killed, the channel to it
// closes, and the process ends as if asked to. So no orphan keeps a port.
if (process.channel) {
  process.channel.unref();
  process.on("disconnect", () => process.kill(process.pid, "SIGTERM"));
}
