/** A running trainer: messages in, messages out, and its end. Electron and plain Node start it differently. */
export interface TrainerProcess {
  post(message: unknown): void;
  onMessage(receive: (message: unknown) => void): void;
  /** `reason`: in words, how it ended. Called once. */
  onExit(exited: (reason: string) => void): void;
  kill(): void;
}

export type StartTrainer = () => TrainerProcess;
