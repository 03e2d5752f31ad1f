/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "call/syl-call.h"

G_BEGIN_DECLS

/*
 * A reader's year and more, in steps of some hours: the machine sleeps, is off for weeks, is taken to other
 * places, its clock is wrong at times, and the reader wants calls at another time now and then. At each step agent and window claim, and what comes of it is
 * counted against the calendar of the place where the reader truly is.
 */
typedef struct
{
  gpointer user_data;
  /* Both programs claim at this moment. Returns: how many of them got the call */
  unsigned int (*claim) (gpointer user_data, GDateTime *now);
  /* The reader says Tomorrow. */
  void (*postpone) (gpointer user_data, GDateTime *now, GDateTime *until);
  /* The reader wants to be called at another time, or not at all. Nullable */
  void (*set_time) (gpointer user_data, GDateTime *now, const SylCallTime *time);
  /* Both programs end, and start again. Nullable */
  void (*restart) (gpointer user_data);
  /* After each step with a right clock. Nullable */
  void (*check) (gpointer user_data, GDateTime *now);
  /* Whether the week has nothing to say. */
  gboolean (*is_quiet) (gpointer user_data, const SylWeek *week);
} SylTestReaderOfCalls;

typedef struct
{
  const char *zone;
  const char *start;        /* a local time */
  unsigned int n_weeks;
  SylCallTime time;
  guint32 seed;
  unsigned int longest_step; /* in minutes */
} SylTestCallYear;

/* What happened in it, so that a test can tell that something did. */
typedef struct
{
  unsigned int n_steps;
  unsigned int n_calls;
  unsigned int n_quiet;
  unsigned int n_missed;    /* weeks that the machine was off */
  unsigned int n_postponed;
  unsigned int n_set;       /* changes of the time */
  unsigned int n_wrong;     /* looks at a wrong clock */
  unsigned int n_false;     /* calls that such a clock made */
  unsigned int n_travels;
} SylTestCallCounts;

SylTestCallCounts syl_test_call_year (const SylTestCallYear      *year,
                                      const SylTestReaderOfCalls *reader);

G_END_DECLS
