package dev.andon.command.http;

import dev.andon.command.decision.NotFound;
import dev.andon.command.decision.Refusal;
import dev.andon.command.decision.Rule;
import dev.andon.command.incident.Act;
import dev.andon.kernel.IncidentStatus;
import dev.andon.kernel.event.Event;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What a rule can answer, read off the rule itself: the reasons it can refuse for, what it can fail to find, and the events
 * that it can record, in the order in which it comes to them. A list beside the rule would be right on the day it is written;
 * this one is made of the instructions that {@code decide} can reach.
 */
final class RuleReading {

    private static final String OURS = "dev/andon/command/";
    private static final String REFUSAL = nameOf(Refusal.class);
    private static final String ACT = nameOf(Act.class);
    private static final String NOT_FOUND = nameOf(NotFound.class);
    private static final String EVENTS = Event.class.getPackageName().replace('.', '/') + "/";

    private final Set<Refusal> refusals = EnumSet.noneOf(Refusal.class);
    private final Set<String> notFound = new LinkedHashSet<>();
    private final Set<Class<? extends Event>> events = new LinkedHashSet<>();
    private final Map<String, ClassModel> classes = new HashMap<>();
    private final Set<String> seen = new HashSet<>();

    private RuleReading() {}

    static RuleReading of(Rule<?, ?> rule) {
        var reading = new RuleReading();
        String owner = nameOf(rule.getClass());
        reading.model(owner).methods().stream()
                .filter(method -> method.methodName().equalsString("decide"))
                .forEach(method -> reading.follow(owner, "decide", method.methodType().stringValue()));
        return reading;
    }

    Set<Refusal> refusals() {
        return refusals;
    }

    /** In words, as {@link NotFound} has them. */
    Set<String> notFound() {
        return notFound;
    }

    Set<Class<? extends Event>> events() {
        return events;
    }

    private void follow(String owner, String name, String descriptor) {
        boolean ours = owner.startsWith(OURS) && !owner.equals(REFUSAL) && !owner.equals(ACT)
                && !owner.equals(NOT_FOUND);
        if (ours && seen.add(owner + "." + name + descriptor)) {
            model(owner).methods().stream()
                    .filter(method -> method.methodName().equalsString(name)
                            && method.methodType().equalsString(descriptor))
                    .forEach(this::read);
        }
    }

    private void read(MethodModel method) {
        boolean afterNotFound = false;
        for (CodeElement element : method.code().map(code -> code.elementList()).orElseThrow()) {
            switch (element) {
                case FieldInstruction field when field.owner().asInternalName().equals(REFUSAL) ->
                    refusals.add(Refusal.valueOf(field.name().stringValue()));
                case FieldInstruction field when field.owner().asInternalName().equals(ACT) ->
                    addRefusals(Act.valueOf(field.name().stringValue()));
                case NewObjectInstruction created -> {
                    afterNotFound = created.className().asInternalName().equals(NOT_FOUND);
                    addEvent(created.className().asInternalName());
                }
                case ConstantInstruction constant -> {
                    if (afterNotFound && constant.constantValue() instanceof String kind) {
                        notFound.add(kind);
                        afterNotFound = false;
                    }
                }
                case InvokeInstruction call -> follow(
                        call.owner().asInternalName(), call.name().stringValue(), call.type().stringValue());
                case InvokeDynamicInstruction lambda -> lambda.bootstrapArgs().stream()
                        .filter(DirectMethodHandleDesc.class::isInstance)
                        .map(DirectMethodHandleDesc.class::cast)
                        .forEach(handle -> follow(
                                nameOf(handle.owner()), handle.methodName(), handle.lookupDescriptor()));
                default -> {
                }
            }
        }
    }

    private void addRefusals(Act act) {
        Arrays.stream(IncidentStatus.values()).map(act::refusalIn).filter(Objects::nonNull).forEach(refusals::add);
    }

    private void addEvent(String name) {
        if (name.startsWith(EVENTS)) {
            try {
                events.add(Class.forName(name.replace('/', '.')).asSubclass(Event.class));
            } catch (ClassNotFoundException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    private ClassModel model(String owner) {
        return classes.computeIfAbsent(owner, name -> {
            try (InputStream file = Objects.requireNonNull(
                    Rule.class.getResourceAsStream("/" + name + ".class"), () -> "There is no class file of " + name)) {
                return ClassFile.of().parse(file.readAllBytes());
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        });
    }

    private static String nameOf(Class<?> type) {
        return type.getName().replace('.', '/');
    }

    private static String nameOf(ClassDesc type) {
        String descriptor = type.descriptorString();
        return descriptor.substring(1, descriptor.length() - 1);
    }
}
