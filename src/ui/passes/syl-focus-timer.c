/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "passes/syl-focus-timer.h"

/* Somebody who reads moves something now and then; who doesn't is not there. */
#define IDLE (2 * 60 * G_USEC_PER_SEC)
/* No more than this is lost in a crash. */
#define PIECE (5 * 60 * G_USEC_PER_SEC)
/* Shorter pieces are not worth a row. */
#define SHORTEST (10 * G_USEC_PER_SEC)
/* Where the two clocks differ by more than before, the computer slept or its clock was set. */
#define JUMP (60 * G_USEC_PER_SEC)

struct _SylFocusTimer
{
  GObject parent_instance;

  SylFocusClock clock;
  GObject *subject;     /* owned, nullable: what is read */
  unsigned int pass;
  gint64 last_input;
  gint64 counted_until; /* what comes after it is not in the piece yet */
  gint64 offset;        /* from one clock to the other, when it began to count */
  gint64 piece;         /* counted and not stored */
  gint64 piece_started; /* real time */
  guint source;         /* of the next time that something happens of itself */
  guint enabled : 1;
  guint active : 1;
  guint paused : 1;
  guint counting : 1;
};

typedef enum
{
  PROP_ENABLED = 1,
  PROP_COUNTING,
  PROP_PAUSED,
} SylFocusTimerProps;

static GParamSpec *properties[PROP_PAUSED + 1];

enum
{
  SIGNAL_SESSION,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SylFocusTimer, syl_focus_timer, G_TYPE_OBJECT)

static gint64
get_system_time (gpointer data)
{
  return g_get_monotonic_time ();
}

static gint64
get_system_real_time (gpointer data)
{
  return g_get_real_time ();
}

static gint64
get_time (SylFocusTimer *self)
{
  return self->clock.get_time (self->clock.data);
}

static gint64
get_real_time (SylFocusTimer *self)
{
  return self->clock.get_real_time (self->clock.data);
}

static gint64
count_to (SylFocusTimer *self,
          gint64         now)
{
  return self->counting ? MAX (0, MIN (now, self->last_input + IDLE) - self->counted_until) : 0;
}

/* The part of a second that is left over goes into the next piece. */
static void
store (SylFocusTimer *self)
{
  g_autoptr (GDateTime) started = NULL;
  guint seconds = (guint) (self->piece / G_USEC_PER_SEC);

  if (self->subject == NULL || self->piece < SHORTEST)
    return;

  started = g_date_time_new_from_unix_utc (self->piece_started / G_USEC_PER_SEC);
  self->piece -= (gint64) seconds * G_USEC_PER_SEC;
  self->piece_started = get_real_time (self);
  g_signal_emit (self, signals[SIGNAL_SESSION], 0, self->subject, self->pass, started, seconds);
}

static void tick_cb (gpointer user_data);

/* At the end of the piece, or when the reader has given no sign for too long. */
static void
wait_for_next (SylFocusTimer *self)
{
  gint64 wait = MIN (self->last_input + IDLE - get_time (self), PIECE - self->piece);

  g_clear_handle_id (&self->source, g_source_remove);
  self->source = g_timeout_add_once ((guint) (MAX (0, wait) / 1000 + 1), tick_cb, self);
}

static void
tick_cb (gpointer user_data)
{
  SylFocusTimer *self = user_data;

  self->source = 0;
  syl_focus_timer_update (self);
  if (self->counting)
    wait_for_next (self);
}

static void
set_counting (SylFocusTimer *self,
              gboolean       counting)
{
  self->counting = counting;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COUNTING]);
}

/* What was too short to be stored goes on, but not on another day. */
static void
begin (SylFocusTimer *self)
{
  gint64 now = get_time (self);

  if (self->counting || self->subject == NULL || !self->enabled || !self->active || self->paused || now >= self->last_input + IDLE)
    return;

  if (now - self->counted_until > IDLE)
    self->piece = 0;
  if (self->piece < G_USEC_PER_SEC)
    self->piece_started = get_real_time (self);
  self->counted_until = now;
  self->offset = get_real_time (self) - now;
  wait_for_next (self);
  set_counting (self, TRUE);
}

static void
halt (SylFocusTimer *self)
{
  if (!self->counting)
    return;

  g_clear_handle_id (&self->source, g_source_remove);
  store (self);
  set_counting (self, FALSE);
}

static void
syl_focus_timer_get_property (GObject    *object,
                              guint       property_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  SylFocusTimer *self = SYL_FOCUS_TIMER (object);

  switch ((SylFocusTimerProps) property_id)
    {
    case PROP_ENABLED:
      g_value_set_boolean (value, self->enabled);
      break;
    case PROP_COUNTING:
      g_value_set_boolean (value, self->counting);
      break;
    case PROP_PAUSED:
      g_value_set_boolean (value, self->paused);
      break;
    }
}

static void
syl_focus_timer_set_property (GObject      *object,
                              guint         property_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  syl_focus_timer_set_enabled (SYL_FOCUS_TIMER (object), g_value_get_boolean (value));
}

static void
syl_focus_timer_dispose (GObject *object)
{
  SylFocusTimer *self = SYL_FOCUS_TIMER (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_object (&self->subject);

  G_OBJECT_CLASS (syl_focus_timer_parent_class)->dispose (object);
}

static void
syl_focus_timer_class_init (SylFocusTimerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = syl_focus_timer_dispose;
  object_class->get_property = syl_focus_timer_get_property;
  object_class->set_property = syl_focus_timer_set_property;

  properties[PROP_ENABLED] = g_param_spec_boolean ("enabled", NULL, NULL, TRUE,
                                                   G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_COUNTING] = g_param_spec_boolean ("counting", NULL, NULL, FALSE, flags);
  properties[PROP_PAUSED] = g_param_spec_boolean ("paused", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  signals[SIGNAL_SESSION] = g_signal_new ("session", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 4, G_TYPE_OBJECT, G_TYPE_UINT, G_TYPE_DATE_TIME, G_TYPE_UINT);
}

static void
syl_focus_timer_init (SylFocusTimer *self)
{
  self->enabled = TRUE;
}

/**
 * syl_focus_timer_new:
 * @clock: (nullable): where the time comes from, %NULL for the computer
 *
 * Returns: (transfer full): a timer of nothing
 */
SylFocusTimer *
syl_focus_timer_new (const SylFocusClock *clock)
{
  SylFocusTimer *self = g_object_new (SYL_TYPE_FOCUS_TIMER, NULL);
  const SylFocusClock system = { get_system_time, get_system_real_time, NULL };

  self->clock = clock != NULL ? *clock : system;
  return self;
}

/**
 * syl_focus_timer_update:
 * @self: a timer
 *
 * Catches up with the clock. It does so of itself when something happens, and when a piece is full or the
 * reader has given no sign for two minutes.
 */
void
syl_focus_timer_update (SylFocusTimer *self)
{
  gint64 now, counted;

  g_return_if_fail (SYL_IS_FOCUS_TIMER (self));

  if (!self->counting)
    return;

  now = get_time (self);
  counted = count_to (self, now);
  self->piece += counted;
  self->counted_until += counted;
  if (now >= self->last_input + IDLE || ABS (get_real_time (self) - now - self->offset) > JUMP)
    halt (self);
  else if (self->piece >= PIECE)
    store (self);
}

/**
 * syl_focus_timer_read:
 * @self: a timer
 * @subject: (nullable): what is read from now on
 * @pass: which pass through it, 0 for none
 *
 * To turn to something else is a sign of the reader, and the end of a pause; another pass is neither.
 */
void
syl_focus_timer_read (SylFocusTimer *self,
                      GObject       *subject,
                      unsigned int   pass)
{
  gboolean paused = self->paused;

  g_return_if_fail (SYL_IS_FOCUS_TIMER (self));

  if (self->subject == subject && self->pass == pass)
    return;

  syl_focus_timer_update (self);
  halt (self);
  self->piece = 0;
  self->pass = pass;
  if (g_set_object (&self->subject, subject))
    {
      self->paused = FALSE;
      self->last_input = get_time (self);
    }
  if (paused != self->paused)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PAUSED]);
  begin (self);
}

/**
 * syl_focus_timer_set_active:
 * @self: a timer
 * @active: whether what is read is in sight, in the active window
 *
 * To turn to the window is a sign of the reader.
 */
void
syl_focus_timer_set_active (SylFocusTimer *self,
                            gboolean       active)
{
  g_return_if_fail (SYL_IS_FOCUS_TIMER (self));

  if (self->active == active)
    return;

  syl_focus_timer_update (self);
  self->active = active;
  if (active)
    syl_focus_timer_note_input (self);
  else
    halt (self);
}

/**
 * syl_focus_timer_set_paused:
 * @self: a timer
 * @paused: whether nothing is counted until the reader says so, or turns to something else
 */
void
syl_focus_timer_set_paused (SylFocusTimer *self,
                            gboolean       paused)
{
  g_return_if_fail (SYL_IS_FOCUS_TIMER (self));

  if (self->paused == paused)
    return;

  syl_focus_timer_update (self);
  self->paused = paused;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PAUSED]);
  if (paused)
    halt (self);
  else
    syl_focus_timer_note_input (self);
}

/**
 * syl_focus_timer_set_enabled:
 * @self: a timer
 * @enabled: whether the reader wants time to be counted
 *
 * What was counted and not stored when it is turned off is dropped: from then on nothing is stored.
 */
void
syl_focus_timer_set_enabled (SylFocusTimer *self,
                             gboolean       enabled)
{
  g_return_if_fail (SYL_IS_FOCUS_TIMER (self));

  if (self->enabled == enabled)
    return;

  if (!enabled)
    syl_focus_timer_drop (self);
  self->enabled = enabled;
  if (enabled)
    syl_focus_timer_note_input (self);
  else
    halt (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ENABLED]);
}

/**
 * syl_focus_timer_drop:
 * @self: a timer
 *
 * Forgets what was counted and not stored; what comes now counts.
 */
void
syl_focus_timer_drop (SylFocusTimer *self)
{
  g_return_if_fail (SYL_IS_FOCUS_TIMER (self));

  self->piece = 0;
  self->counted_until = get_time (self);
  self->piece_started = get_real_time (self);
  if (self->counting)
    wait_for_next (self);
}

/**
 * syl_focus_timer_note_input:
 * @self: a timer
 *
 * The reader has given a sign: a key, the pointer, a finger.
 */
void
syl_focus_timer_note_input (SylFocusTimer *self)
{
  g_return_if_fail (SYL_IS_FOCUS_TIMER (self));

  syl_focus_timer_update (self);
  self->last_input = get_time (self);
  begin (self);
}

/**
 * syl_focus_timer_get_enabled:
 * @self: a timer
 *
 * Returns: whether the reader wants time to be counted
 */
gboolean
syl_focus_timer_get_enabled (SylFocusTimer *self)
{
  g_return_val_if_fail (SYL_IS_FOCUS_TIMER (self), FALSE);

  return self->enabled;
}

/**
 * syl_focus_timer_get_counting:
 * @self: a timer
 *
 * Returns: whether it counts right now
 */
gboolean
syl_focus_timer_get_counting (SylFocusTimer *self)
{
  g_return_val_if_fail (SYL_IS_FOCUS_TIMER (self), FALSE);

  return self->counting;
}

/**
 * syl_focus_timer_get_paused:
 * @self: a timer
 *
 * Returns: whether the reader has paused it
 */
gboolean
syl_focus_timer_get_paused (SylFocusTimer *self)
{
  g_return_val_if_fail (SYL_IS_FOCUS_TIMER (self), FALSE);

  return self->paused;
}

/**
 * syl_focus_timer_get_seconds:
 * @self: a timer
 *
 * Returns: what was counted and not stored yet
 */
unsigned int
syl_focus_timer_get_seconds (SylFocusTimer *self)
{
  g_return_val_if_fail (SYL_IS_FOCUS_TIMER (self), 0);

  return (unsigned int) ((self->piece + count_to (self, get_time (self))) / G_USEC_PER_SEC);
}
