/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lists/syl-list-error.h"
#include "lists/syl-reading-list.h"

G_BEGIN_DECLS

/**
 * SYL_LIST_PARSER_MAX_BYTES:
 *
 * Larger files are refused; who reads a file may stop behind them.
 */
#define SYL_LIST_PARSER_MAX_BYTES (64 * 1024 * 1024)

SylReadingList *syl_list_parser_parse_json (GBytes  *bytes,
                                            GError **error);

G_END_DECLS
