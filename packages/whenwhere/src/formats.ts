export * from "@whenwhere/model/formats";
