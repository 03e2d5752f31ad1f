/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SYL_FSRS_N_PARAMETERS:
 *
 * How many parameters FSRS-6 has.
 */
#define SYL_FSRS_N_PARAMETERS 21

/**
 * SYL_FSRS_MAX_DAYS:
 *
 * No interval is longer: a hundred years.
 */
#define SYL_FSRS_MAX_DAYS 36500

/**
 * SylFsrsRating:
 * @SYL_FSRS_AGAIN: it was forgotten
 * @SYL_FSRS_HARD: it took an effort
 * @SYL_FSRS_GOOD: it was there
 * @SYL_FSRS_EASY: it was there at once
 *
 * How well something was remembered. The numbers are stored in the database.
 */
typedef enum
{
  SYL_FSRS_AGAIN = 1,
  SYL_FSRS_HARD,
  SYL_FSRS_GOOD,
  SYL_FSRS_EASY,
} SylFsrsRating;

/**
 * SylFsrs:
 * @parameters: the weights of the model
 * @retention: how sure it should be that something is remembered when it is asked for, over 0 to 1
 *
 * A scheduler. It has no state of its own.
 */
typedef struct
{
  double parameters[SYL_FSRS_N_PARAMETERS];
  double retention;
} SylFsrs;

/**
 * SylFsrsMemory:
 * @stability: the days until the chance to remember has fallen to 90 %; 0 if it was never asked for
 * @difficulty: from 1 to 10
 *
 * What is supposed of a memory.
 */
typedef struct
{
  double stability;
  double difficulty;
} SylFsrsMemory;

void          syl_fsrs_init         (SylFsrs             *self);
SylFsrsMemory syl_fsrs_review       (const SylFsrs       *self,
                                     const SylFsrsMemory *memory,
                                     SylFsrsRating        rating,
                                     double               days);
double        syl_fsrs_get_chance   (const SylFsrs       *self,
                                     const SylFsrsMemory *memory,
                                     double               days);
unsigned int  syl_fsrs_get_interval (const SylFsrs       *self,
                                     const SylFsrsMemory *memory);

G_END_DECLS
