package store

// historyDir holds each quarter as it was before each sitting or command that
// changed it.
const historyDir = "history"
