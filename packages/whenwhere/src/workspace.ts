export * from "@whenwhere/workspace";
