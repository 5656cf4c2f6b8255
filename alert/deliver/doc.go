// Package deliver brings letters of alerts to their receivers: by mail, to a webhook, or to
// a command. Each says of a letter that was certainly not taken why (alert.Setback), and of
// any other failure that nobody knows.
//
// Webhooks are signed as "Standard Webhooks" has it (standardwebhooks.com): the headers
// webhook-id, webhook-timestamp and webhook-signature, whose v1 is HMAC-SHA256 over id,
// timestamp and body with dots between, in base64. The id is the letter's: a receiver that
// remembers it takes each letter once.
package deliver
