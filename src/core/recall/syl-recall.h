/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "recall/syl-fsrs.h"

G_BEGIN_DECLS

/**
 * SYL_RECALL_CAP:
 *
 * How many questions a week the reader is asked.
 */
#define SYL_RECALL_CAP 5

void syl_recall_spread (const GDate  *dues,
                        gsize         n_dues,
                        unsigned int  cap,
                        unsigned int  n_done,
                        const GDate  *today,
                        unsigned int *weeks);
void syl_recall_rate   (const SylFsrsMemory *memory,
                        const GDate         *last,
                        SylFsrsRating        rating,
                        const GDate         *today,
                        SylFsrsMemory       *next,
                        GDate               *due);

G_END_DECLS
