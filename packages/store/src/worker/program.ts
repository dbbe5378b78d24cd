import type { ToWorker } from "./messages.ts";
import { type ProgramPort, serve } from "./serve.ts";

interface WorkerScope {
  postMessage?(message: unknown, transfer: readonly ArrayBuffer[]): void;
  onmessage?: ((event: { readonly data: ToWorker }) => void) | null;
  readonly process?: {
    getBuiltinModule?(name: string): {
      readonly parentPort: {
        postMessage(message: unknown, transfer: readonly ArrayBuffer[]): void;
        on(event: "message", listener: (message: ToWorker) => void): void;
      };
    };
  };
}

// The whole program of the worker: what is asked through its port is answered there, in a page as in Node.
const scope = globalThis as unknown as WorkerScope;
const parent = scope.process?.getBuiltinModule?.("node:worker_threads").parentPort;
const port: ProgramPort = {
  post: (message, transfer) => {
    if (parent === undefined) scope.postMessage?.(message, transfer);
    else parent.postMessage(message, transfer);
  },
};
const receive = serve(port);
if (parent === undefined) scope.onmessage = ({ data }) => receive(data);
else parent.on("message", receive);
port.post({ type: "ready" }, []);
